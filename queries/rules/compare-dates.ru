#+ summary: Which claims date one thing differently, less exactly, or to days that exclude each other?
#+ step: 4
#+ rule: compareDates
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:disagreements {
    ?disagreement a pact:Disagreement ; pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ;
      pact:side ?one, ?other ; pact:citesRule pact:compareDates .
    ?disagreement pact:settledBy ?settlement
  }
}
WHERE {
  GRAPH <https://w3id.org/moonpact/ontology> { ?property pact:conflictRule pact:compareDates }
  GRAPH ?one { ?subject ?property ?value }
  GRAPH ?other { ?subject ?property ?otherValue }
  FILTER (!sameTerm(?value, ?otherValue) && STR(?one) < STR(?other))
  GRAPH graph:claims { ?one pact:stance ?stance . ?other pact:stance ?otherStance }
  BIND (?stance IN (pact:plans, pact:expects) AS ?ahead)
  BIND (?otherStance IN (pact:plans, pact:expects) AS ?otherAhead)
  FILTER (?ahead = ?otherAhead && (?ahead || ?stance IN (pact:asserts, pact:reports))
    && (?otherAhead || ?otherStance IN (pact:asserts, pact:reports)))
  # few dates, many claims: as tables of their own they are joined once, not looked up for each claim
  {
    SELECT ?value ?earliest ?latest WHERE {
      GRAPH graph:dates { ?bounds pact:edtf ?value ; pact:earliest ?earliest ; pact:latest ?latest }
    }
  }
  {
    SELECT ?otherValue ?otherEarliest ?otherLatest WHERE {
      GRAPH graph:dates { ?bounds pact:edtf ?otherValue ; pact:earliest ?otherEarliest ; pact:latest ?otherLatest }
    }
  }
  BIND (?earliest <= ?otherLatest && ?otherEarliest <= ?latest AS ?shareADay)
  BIND (IF(?shareADay, pact:differenceOfPrecision, IF(?ahead, pact:changeOverTime, pact:directConflict)) AS ?kind)
  BIND (IF(?kind = pact:directConflict, ?unbound, pact:compareDates) AS ?settlement)
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/disagreement/",
    SUBSTR(SHA256(CONCAT(STR(?subject), " ", STR(?property), " ", STR(?kind))), 1, 16))) AS ?disagreement)
}
