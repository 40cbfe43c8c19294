# A class names both the ontology and its version.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Tie rdfs:isDefinedBy <https://w3id.org/moonpact/ontology/0.1.0> .
} }
