# The day of adoption has no datatype.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:adopted "2024-04"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:adopted "2024-04" .
} }
