# A ruling is declared to be a kind of fact, but has two properties.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
  GRAPH <https://w3id.org/moonpact/ontology> { pact:Ruling rdfs:subClassOf pact:Fact }
  GRAPH graph:rulings {
    ruling:two-members rdf:predicate schema:minValue ;
      rdf:subject quantity:lunar-test-members ;
      rdf:object 2 ;
      pact:citesRule pact:acceptAssertion ;
      pact:supportedBy first-steps:two-members
  }
}
