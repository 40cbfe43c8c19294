# The ruling is about nothing.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:about quantity:lunar-test-members .
} }
