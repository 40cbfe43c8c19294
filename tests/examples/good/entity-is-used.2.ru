# It is enough that another entity speaks of the topic.
PREFIX cooperation: <https://w3id.org/moonpact/id/cooperation/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH graph:entities {
  topic:lunar-dust a skos:Concept ; rdfs:label "lunar dust"@en .
  cooperation:examplia-sampleland pact:covers topic:lunar-dust .
} }
