# The occasion may be a visit, for a visit is an event.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:statedAt event:example-visit .
} }
