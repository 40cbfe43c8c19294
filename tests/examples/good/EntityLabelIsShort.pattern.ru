# The label has 120 characters.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH graph:entities {
  quantity:base-crew rdfs:label "crew of the first base"@en .
} } ;
INSERT DATA { GRAPH graph:entities {
  quantity:base-crew rdfs:label "crew of the first base on the Moon as the coalition counts it: all who stay for longer than a lunar day and then a night"@en .
} }
