# A number may be a decimal where no rule asks for a count.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:dates {
  source:elsewhere dcterms:description 0.5 .
} }
