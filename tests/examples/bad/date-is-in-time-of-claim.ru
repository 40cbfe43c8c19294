# The accession is dated to a day before the claim holds.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:date "2024-05-02"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:date "2023-05-02"^^edtf:EDTF .
} }
