# The first words have two spaces in a row; this shape says so, and not the rule on texts of all kinds too.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-0-60 pact:firstWords "Examplia has joined" .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-0-60 pact:firstWords "Examplia has  joined" .
} }
