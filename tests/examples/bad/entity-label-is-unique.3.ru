# Two topics have the same label but for the capitals, and the second has them.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

DELETE DATA { GRAPH graph:entities {
  topic:lunar-base rdfs:label "lunar base"@en .
} } ;
INSERT DATA { GRAPH graph:entities {
  topic:lunar-base rdfs:label "Ground Stations"@en .
} }
