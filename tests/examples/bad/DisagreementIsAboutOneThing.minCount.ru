# A ruling is declared to be a kind of disagreement, but is about nothing.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members pact:about quantity:lunar-test-members .
} } ;
INSERT DATA {
  GRAPH <https://w3id.org/moonpact/ontology> { pact:Ruling rdfs:subClassOf pact:Disagreement }
  GRAPH graph:rulings {
    ruling:two-members pact:kind pact:countMismatch ;
      pact:side first-steps:two-members, second-thoughts:three-members
  }
}
