# It is enough that a claim says something of the topic.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH graph:entities {
  topic:lunar-dust a skos:Concept ; rdfs:label "lunar dust"@en .
} } ;
INSERT DATA { GRAPH first-steps:coalition-is-young {
  topic:lunar-dust pact:assessment "finer than flour"@en .
} }
