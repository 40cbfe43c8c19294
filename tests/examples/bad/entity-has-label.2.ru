# The entity has a German label only.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH graph:entities {
  country:examplia rdfs:label "Examplia"@en .
} } ;
INSERT DATA { GRAPH graph:entities {
  country:examplia rdfs:label "Beispielland"@de .
} }
