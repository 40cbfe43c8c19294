# Two properties of one subject make two facts.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:concerns coalition:lunar-test ; pact:omits coalition:lunar-test .
} }
