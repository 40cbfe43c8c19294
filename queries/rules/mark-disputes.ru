#+ summary: Which disagreements does nothing settle?
#+ step: 11
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT { GRAPH graph:disagreements { ?disagreement a pact:Dispute } }
WHERE {
  GRAPH graph:disagreements { ?disagreement a pact:Disagreement }
  MINUS { GRAPH graph:disagreements { ?disagreement pact:settledBy ?settlement } }
}
