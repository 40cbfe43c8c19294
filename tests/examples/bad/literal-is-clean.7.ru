# Two spaces stand in the label.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH graph:entities {
  topic:lunar-base rdfs:label "base  lunaire"@fr .
} }
