# The article asserts, reports and quotes what happens on its own day.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:holdsFrom "2024-05"^^edtf:EDTF .
  first-steps:testonia-wavers pact:holdsFrom "2024-05"^^edtf:EDTF .
  first-steps:example-calls-for-base pact:statedOn "2024-05-02"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:holdsFrom "2024-05-03"^^edtf:EDTF .
  first-steps:testonia-wavers pact:holdsFrom "2024-05-03"^^edtf:EDTF .
  first-steps:example-calls-for-base pact:statedOn "2024-05-03"^^edtf:EDTF .
} }
