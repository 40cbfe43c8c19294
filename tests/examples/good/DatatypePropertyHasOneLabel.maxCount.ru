# A property with literal values of the ontology has a German name that is no second label.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:due skos:altLabel "fällig"@de .
} }
