# A ruling is declared to be a kind of comparison, and its kind is one of disagreements.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA {
  GRAPH <https://w3id.org/moonpact/ontology> { pact:Ruling rdfs:subClassOf pact:Comparison }
  GRAPH graph:rulings {
    ruling:two-members pact:kind pact:differenceOfPrecision ;
      pact:side first-steps:two-members, second-thoughts:three-members
  }
}
