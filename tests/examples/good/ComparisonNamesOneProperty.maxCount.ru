# Two rulings may name two properties of one thing.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:rulings {
  ruling:at-least-two a pact:Ruling ; pact:about quantity:lunar-test-members ; rdf:predicate schema:minValue ;
    pact:prefers first-steps:two-members ; pact:reason "The table names the two."@en .
} }
