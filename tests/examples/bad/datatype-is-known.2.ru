# The number is a double.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:dates {
  source:elsewhere dcterms:description 5e-1 .
} }
