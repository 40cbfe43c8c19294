# The ruling is about a quantity and its coalition.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

INSERT DATA { GRAPH graph:rulings {
  ruling:two-members pact:about coalition:lunar-test .
} }
