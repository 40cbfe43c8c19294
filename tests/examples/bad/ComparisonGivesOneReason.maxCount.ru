# A second reason was added to the ruling.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

INSERT DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason "The other article counts a guest."@en .
} }
