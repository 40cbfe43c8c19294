# The article quotes what is said after it appeared.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:statedOn "2024-05-02"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:statedOn "2024-05-04"^^edtf:EDTF .
} }
