# A class of the ontology has a German label beside the English one.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Tie rdfs:label "Bindung"@de .
} }
