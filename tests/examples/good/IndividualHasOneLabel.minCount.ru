# The one label of a individual may be changed.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:cancelled rdfs:label "cancelled"@en .
} } ;
INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:cancelled rdfs:label "cancelled (deprecated)"@en .
} }
