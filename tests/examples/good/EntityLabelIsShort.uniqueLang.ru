# The state has a German label beside the English one.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  country:sampleland rdfs:label "Musterland"@de .
} }
