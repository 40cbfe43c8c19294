# The ruling prefers an article, not a claim in it.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:prefers first-steps:two-members .
} } ;
INSERT DATA { GRAPH graph:rulings {
  ruling:two-members pact:prefers article:first-steps .
} }
