# The ontology itself may use terms of the vocabulary of ontologies, and relate a term of ours to one that is not declared.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Spacecraft owl:disjointWith pact:Launchpad .
} }
