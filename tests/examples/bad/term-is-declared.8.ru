# The individual is described among the entities, not declared in the ontology.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  pact:waiting a skos:Concept ; rdfs:label "waiting"@en .
} } ;
INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  country:testonia pact:uses pact:waiting .
} }
