# Two states have the same label but for the capitals.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH graph:entities {
  country:testonia rdfs:label "Testonia"@en .
} } ;
INSERT DATA { GRAPH graph:entities {
  country:testonia rdfs:label "EXAMPLIA"@en .
} }
