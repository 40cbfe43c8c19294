#+ summary: Which claims give different numbers, or bounds, for one quantity or one place in an order?
#+ step: 5
#+ rule: compareNumbers
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>

INSERT {
  GRAPH graph:disagreements {
    ?disagreement a pact:Disagreement ; pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ;
      pact:side ?one, ?other ; pact:citesRule pact:compareNumbers .
    ?disagreement pact:settledBy ?settlement
  }
}
WHERE {
  {
    SELECT ?one ?subject ?property ?low ?high WHERE {
      VALUES (?stated ?property) {
        (schema:value schema:value) (schema:minValue schema:value) (schema:maxValue schema:value)
        (pact:ordinal pact:ordinal)
      }
      GRAPH ?one { ?subject ?stated ?number }
      BIND (IF(?stated = schema:maxValue, 0, ?number) AS ?low)
      BIND (IF(?stated = schema:minValue, 1000000000, ?number) AS ?high)
    }
  }
  {
    SELECT ?other ?subject ?property ?otherLow ?otherHigh WHERE {
      VALUES (?stated ?property) {
        (schema:value schema:value) (schema:minValue schema:value) (schema:maxValue schema:value)
        (pact:ordinal pact:ordinal)
      }
      GRAPH ?other { ?subject ?stated ?number }
      BIND (IF(?stated = schema:maxValue, 0, ?number) AS ?otherLow)
      BIND (IF(?stated = schema:minValue, 1000000000, ?number) AS ?otherHigh)
    }
  }
  FILTER (STR(?one) < STR(?other) && (?low != ?otherLow || ?high != ?otherHigh))
  GRAPH graph:claims { ?one pact:stance ?stance . ?other pact:stance ?otherStance }
  FILTER (?stance IN (pact:asserts, pact:reports) && ?otherStance IN (pact:asserts, pact:reports))
  GRAPH graph:dates {
    ?one pact:earliest ?earliest ; pact:latest ?latest .
    ?other pact:earliest ?otherEarliest ; pact:latest ?otherLatest
  }
  BIND (?property = pact:ordinal || (?earliest <= ?otherLatest && ?otherEarliest <= ?latest) AS ?sameTime)
  BIND (?low <= ?otherHigh && ?otherLow <= ?high AS ?shareANumber)
  BIND (IF(!?sameTime, pact:changeOverTime,
    IF(?shareANumber, pact:differenceOfPrecision, pact:countMismatch)) AS ?kind)
  BIND (IF(?kind = pact:countMismatch, ?unbound, pact:compareNumbers) AS ?settlement)
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/disagreement/",
    SUBSTR(SHA256(CONCAT(STR(?subject), " ", STR(?property), " ", STR(?kind))), 1, 16))) AS ?disagreement)
}
