# A ruling is declared to be a kind of fact, but is supported by an article, not by a claim in it.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

INSERT DATA {
  GRAPH <https://w3id.org/moonpact/ontology> { pact:Ruling rdfs:subClassOf pact:Fact }
  GRAPH graph:rulings {
    ruling:two-members rdf:subject quantity:lunar-test-members ;
      rdf:object 2 ;
      pact:citesRule pact:acceptAssertion ;
      pact:supportedBy article:first-steps
  }
}
