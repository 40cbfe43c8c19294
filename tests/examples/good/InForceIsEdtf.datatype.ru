# The entry into force may be near a month.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:inForce "2024-05"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:inForce "2024-05~"^^edtf:EDTF .
} }
