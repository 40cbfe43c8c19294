# It is enough that another entity speaks of the place.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX place: <https://w3id.org/moonpact/id/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:entities {
  place:sample-coast a schema:Place ; rdfs:label "Sample Coast"@en .
  place:sample-harbour schema:containedInPlace place:sample-coast .
} }
