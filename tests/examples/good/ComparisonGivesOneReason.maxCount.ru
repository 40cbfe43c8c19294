# A ruling and a comparison may give the same reason.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason "The table names the two."@en .
} } ;
INSERT DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason "A deal and an accession are one and the same act."@en .
} }
