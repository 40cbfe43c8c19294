# The first words are given twice.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  passage:first-steps-0-60 pact:firstWords "Ada Example signed" .
} }
