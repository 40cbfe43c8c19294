# The evidence is a stretch of text, but one that nobody has cited as a passage.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX furniture: <https://w3id.org/moonpact/id/furniture/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:evidence furniture:elsewhere .
} }
