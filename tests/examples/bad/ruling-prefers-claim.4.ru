# What the ruling prefers stands among the entities, not with the ruling.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:prefers first-steps:two-members .
} } ;
INSERT DATA { GRAPH graph:entities {
  ruling:two-members pact:prefers first-steps:two-members .
} }
