# The first words may be a single word.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-600-611 pact:firstWords "Sources say" .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-600-611 pact:firstWords "Sources" .
} }
