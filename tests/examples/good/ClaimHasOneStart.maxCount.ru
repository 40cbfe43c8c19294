# The exact start takes the place of the less exact one.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:holdsFrom "2024-05"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:holdsFrom "2024-05-02"^^edtf:EDTF .
} }
