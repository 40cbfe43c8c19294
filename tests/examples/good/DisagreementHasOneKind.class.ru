# A kind of disagreement may be declared as a concept as well.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:differenceOfPrecision a skos:Concept .
} }
