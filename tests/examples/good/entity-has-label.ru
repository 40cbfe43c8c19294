# The entity has other names, in English and in German, beside its one English label.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  country:examplia skos:altLabel "Examplian Union"@en ; rdfs:label "Beispielland"@de .
} }
