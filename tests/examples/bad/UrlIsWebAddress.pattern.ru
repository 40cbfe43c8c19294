# The address was copied from a browser's view of the source text.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk schema:url <view-source:https://harbour.example/talk> .
} }
