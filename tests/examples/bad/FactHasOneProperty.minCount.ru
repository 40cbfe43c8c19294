# A contribution is declared to be a kind of fact, but has no property.
PREFIX contribution: <https://w3id.org/moonpact/id/contribution/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  GRAPH <https://w3id.org/moonpact/ontology> { pact:Contribution rdfs:subClassOf pact:Fact }
  GRAPH graph:rulings {
    contribution:ground-station a pact:Contribution ; rdf:subject quantity:lunar-test-members ; rdf:object 2 ;
      pact:citesRule pact:acceptAssertion ; pact:supportedBy first-steps:two-members
  }
}
