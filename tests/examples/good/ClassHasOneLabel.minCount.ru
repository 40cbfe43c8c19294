# The one label of a class may be changed.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Tie rdfs:label "tie"@en .
} } ;
INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Tie rdfs:label "tie (deprecated)"@en .
} }
