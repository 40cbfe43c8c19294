# The start is a date of XML Schema.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:holdsFrom "2024-05-02"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:holdsFrom "2024-05-02"^^xsd:date .
} }
