# The state has two German labels.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  country:sampleland rdfs:label "Musterland"@de, "Republik Musterland"@de .
} }
