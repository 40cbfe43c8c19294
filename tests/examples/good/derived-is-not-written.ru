# An editor may write a statement that is not called a fact.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:rulings {
  ruling:first-two-members a prov:Entity ; rdf:subject quantity:lunar-test-members ; rdf:predicate schema:value ; rdf:object 2 ;
    pact:citesRule pact:acceptAssertion ; pact:supportedBy first-steps:two-members .
} }
