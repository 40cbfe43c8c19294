# The ontology may say more of its terms.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:ofState rdfs:seeAlso pact:State .
} }
