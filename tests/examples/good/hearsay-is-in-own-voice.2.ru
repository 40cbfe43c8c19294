# The publisher may have two pieces of hearsay.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:stance pact:asserts .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:stance pact:reports .
} }
