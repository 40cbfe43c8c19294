# The property is described among the entities, not declared in the ontology.
PREFIX cooperation: <https://w3id.org/moonpact/id/cooperation/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX place: <https://w3id.org/moonpact/id/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  schema:locaton a skos:Concept ; rdfs:label "locaton"@en .
} } ;
INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  country:testonia schema:locaton place:moon .
  cooperation:examplia-sampleland pact:covers schema:locaton .
} }
