# The class of another vocabulary is not declared.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH graph:entities {
  spacecraft:lantern a schema:Boat .
} }
