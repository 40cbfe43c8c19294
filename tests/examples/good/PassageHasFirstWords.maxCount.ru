# The words that follow are given as last words.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 pact:firstWords "Ada Example signed the memorandum" .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-61-94 pact:firstWords "Ada Example" ; pact:lastWords "signed the memorandum" .
} }
