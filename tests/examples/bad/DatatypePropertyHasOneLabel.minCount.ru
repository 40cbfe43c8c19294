# A property with literal values of the ontology has no label.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:due rdfs:label "due date"@en .
} }
