# The label has a line break in it.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

DELETE DATA { GRAPH graph:entities {
  spacecraft:lantern rdfs:label "Lantern"@en .
} } ;
INSERT DATA { GRAPH graph:entities {
  spacecraft:lantern rdfs:label "Lan\ntern"@en .
} }
