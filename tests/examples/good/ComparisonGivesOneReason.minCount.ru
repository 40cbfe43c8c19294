# The reason of the ruling may be a single word.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason "The table names the two."@en .
} } ;
INSERT DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason "counted"@en .
} }
