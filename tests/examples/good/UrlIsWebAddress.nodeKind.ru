# The address stands in angle brackets.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk schema:url <https://harbour.example/talk> .
} }
