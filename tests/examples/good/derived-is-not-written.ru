# An editor may write of a property something that is not called a fact.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:rulings {
  ruling:first-two-members a prov:Entity ; pact:about quantity:lunar-test-members ; rdf:predicate schema:value .
} }
