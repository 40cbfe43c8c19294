# The list does not say of what.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  list:lunar-test-table pact:undertaking coalition:lunar-test .
} }
