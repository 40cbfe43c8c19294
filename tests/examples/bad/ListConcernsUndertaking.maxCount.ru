# One list was described as of two coalitions.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:entities {
  list:lunar-test-table pact:undertaking coalition:orbit-circle .
} }
