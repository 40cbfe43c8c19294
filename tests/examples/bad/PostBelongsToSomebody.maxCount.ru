# The post has a German label beside the English one.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX post: <https://w3id.org/moonpact/id/post/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency rdfs:label "Direktor der Raumfahrtbehörde"@de .
} }
