# A kind of disagreement is declared as a concept only.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:differenceOfPrecision a pact:DisagreementKind .
} } ;
INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:differenceOfPrecision a skos:Concept .
} }
