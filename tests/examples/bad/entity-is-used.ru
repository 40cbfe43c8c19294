# Nothing and nobody speaks of the topic.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH graph:entities {
  topic:lunar-dust a skos:Concept ; rdfs:label "lunar dust"@en .
} }
