# A property names the version of its ontology alone.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:leads rdfs:isDefinedBy <https://w3id.org/moonpact/ontology> .
} } ;
INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:leads rdfs:isDefinedBy <https://w3id.org/moonpact/ontology/0.1.0> .
} }
