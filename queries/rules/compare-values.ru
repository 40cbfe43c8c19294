#+ summary: Which claims give one subject different values of a property that has one value at a time?
#+ step: 3
#+ rule: compareValues
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:disagreements {
    ?disagreement a pact:Disagreement ; pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ;
      pact:side ?one, ?other ; pact:citesRule pact:compareValues .
    ?disagreement pact:settledBy ?settlement
  }
}
WHERE {
  GRAPH <https://w3id.org/moonpact/ontology> { ?property pact:conflictRule pact:compareValues }
  GRAPH ?one { ?subject ?property ?value }
  GRAPH ?other { ?subject ?property ?otherValue }
  FILTER (?value != ?otherValue && STR(?one) < STR(?other))
  GRAPH graph:claims { ?one pact:stance ?stance . ?other pact:stance ?otherStance }
  FILTER (?stance IN (pact:asserts, pact:reports) && ?otherStance IN (pact:asserts, pact:reports))
  GRAPH graph:dates {
    ?one pact:earliest ?earliest ; pact:latest ?latest .
    ?other pact:earliest ?otherEarliest ; pact:latest ?otherLatest
  }
  BIND (?earliest <= ?otherLatest && ?otherEarliest <= ?latest AS ?sameTime)
  BIND (IF(?sameTime, pact:directConflict, pact:changeOverTime) AS ?kind)
  BIND (IF(?sameTime, ?unbound, pact:compareValues) AS ?settlement)
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/disagreement/",
    SUBSTR(SHA256(CONCAT(STR(?subject), " ", STR(?property), " ", STR(?kind))), 1, 16))) AS ?disagreement)
}
