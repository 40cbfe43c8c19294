# A class of ours has two English definitions.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Contribution skos:definition "A gift."@en .
} }
