# A group of people may be the hearer.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:statedTo group:moon-nations .
} }
