# The fact has its one value, which may be zero.
PREFIX fact: <https://w3id.org/moonpact/id/fact/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:dates {
  fact:two-members a pact:Fact ; rdf:subject quantity:lunar-test-members ; rdf:predicate schema:value ;
    rdf:object 0 ; pact:citesRule pact:acceptAssertion ; pact:supportedBy first-steps:two-members .
} }
