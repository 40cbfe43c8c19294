# The hearer is the occasion.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:statedTo event:example-visit .
} }
