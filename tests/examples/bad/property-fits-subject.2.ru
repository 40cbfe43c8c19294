# A place bears first words of a text.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX place: <https://w3id.org/moonpact/id/place/>

INSERT DATA { GRAPH graph:entities {
  place:moon pact:firstWords "The Moon" .
} }
