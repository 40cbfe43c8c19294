# A contribution is declared to be a kind of disagreement, but is about two things.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX contribution: <https://w3id.org/moonpact/id/contribution/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA {
  GRAPH <https://w3id.org/moonpact/ontology> { pact:Contribution rdfs:subClassOf pact:Disagreement }
  GRAPH graph:rulings {
    contribution:ground-station a pact:Contribution ; pact:about quantity:lunar-test-members, coalition:lunar-test ;
      pact:kind pact:countMismatch ; pact:side first-steps:two-members, second-thoughts:three-members
  }
}
