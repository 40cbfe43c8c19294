#+ summary: What does one claim assert that another denies for the same time?
#+ step: 6
#+ rule: compareDenials
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:disagreements {
    ?disagreement a pact:Disagreement ; pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ;
      pact:side ?assertion, ?denial ; pact:citesRule pact:compareDenials .
    ?disagreement pact:settledBy ?settlement
  }
}
WHERE {
  GRAPH graph:claims { ?denial pact:stance pact:denies . ?assertion pact:stance ?stance }
  FILTER (?stance IN (pact:asserts, pact:reports))
  GRAPH ?denial { ?subject ?property ?value }
  GRAPH ?assertion { ?subject ?property ?value }
  GRAPH graph:dates {
    ?denial pact:earliest ?earliest ; pact:latest ?latest .
    ?assertion pact:earliest ?otherEarliest ; pact:latest ?otherLatest
  }
  BIND (?earliest <= ?otherLatest && ?otherEarliest <= ?latest AS ?sameTime)
  BIND (IF(?sameTime, pact:directConflict, pact:changeOverTime) AS ?kind)
  BIND (IF(?sameTime, ?unbound, pact:compareDenials) AS ?settlement)
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/disagreement/",
    SUBSTR(SHA256(CONCAT(STR(?subject), " ", STR(?property), " ", STR(?value), " ", STR(?kind))), 1, 16)))
    AS ?disagreement)
}
