# The range of a property is a class that the ontology does not declare.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:ofState rdfs:range pact:Sate .
} }
