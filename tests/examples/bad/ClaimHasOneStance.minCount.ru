# The claim does not say how it is put.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:stance pact:asserts .
} }
