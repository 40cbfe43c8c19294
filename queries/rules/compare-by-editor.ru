#+ summary: Which differences has an editor recorded that no other rule can see?
#+ step: 8
#+ rule: compareByEditor
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:disagreements {
    ?disagreement a pact:Disagreement ; pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ;
      pact:side ?side ; pact:citesRule pact:compareByEditor ; pact:reason ?reason .
    ?disagreement pact:settledBy ?settlement
  }
}
WHERE {
  GRAPH graph:rulings {
    ?comparison a pact:Comparison ; pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ;
      pact:side ?side ; pact:reason ?reason
  }
  # a claim of a source that is not known yet is no side
  GRAPH graph:claims { ?side a pact:Claim }
  GRAPH graph:rulings { ?comparison pact:side ?other }
  GRAPH graph:claims { ?other a pact:Claim }
  FILTER (?other != ?side)
  BIND (IF(?kind IN (pact:directConflict, pact:countMismatch), ?unbound, ?comparison) AS ?settlement)
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/disagreement/",
    SUBSTR(SHA256(STR(?comparison)), 1, 16))) AS ?disagreement)
}
