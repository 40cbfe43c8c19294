# The claim does not say who says it.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:speaker organisation:daily-sample .
} }
