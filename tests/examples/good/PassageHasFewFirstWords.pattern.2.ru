# The first words may be a single word.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-430-580 pact:firstWords "Let us build it together," .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-430-580 pact:firstWords "Let" .
} }
