# The reason of the ruling is an article.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason "The table names the two."@en .
} } ;
INSERT DATA { GRAPH graph:rulings {
  ruling:two-members pact:reason article:first-steps .
} }
