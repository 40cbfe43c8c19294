#+ summary: Which value in a conflict has the sources of most weight?
#+ description: Of dates, the one that an official body gives; failing that, the one that more independent voices give. Of other values, the only one that has a public source. Dates that share a day with it stand too. What is as heavy as another stays in dispute.
#+ step: 10
#+ rule: preferWeightier
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT { GRAPH graph:disagreements { ?disagreement pact:settledBy pact:preferWeightier ; pact:prefers ?claim } }
WHERE {
  {
    SELECT ?disagreement ?subject ?property ?value WHERE {
      {
        SELECT ?disagreement ?rule ?subject ?property ?value (SUM(?weight) AS ?total) WHERE {
          {
            SELECT DISTINCT ?disagreement ?rule ?subject ?property ?value ?voice ?weight WHERE {
              GRAPH graph:disagreements {
                ?disagreement pact:kind pact:directConflict ; pact:citesRule ?rule ; pact:about ?subject ;
                  rdf:predicate ?property ; pact:side ?side
              }
              FILTER (?rule IN (pact:compareDates, pact:compareValues))
              MINUS { GRAPH graph:disagreements { ?disagreement pact:settledBy ?settlement } }
              GRAPH ?side { ?subject ?property ?value }
              GRAPH graph:claims { ?side pact:source ?source }
              GRAPH graph:voices { ?source pact:voice ?voice ; pact:weight ?weight }
            }
          }
        } GROUP BY ?disagreement ?rule ?subject ?property ?value
      }
      {
        SELECT ?disagreement ?otherValue (SUM(?otherWeight) AS ?otherTotal) WHERE {
          {
            SELECT DISTINCT ?disagreement ?otherValue ?otherVoice ?otherWeight WHERE {
              GRAPH graph:disagreements {
                ?disagreement pact:kind pact:directConflict ; pact:about ?otherSubject ;
                  rdf:predicate ?otherProperty ; pact:side ?otherSide
              }
              GRAPH ?otherSide { ?otherSubject ?otherProperty ?otherValue }
              GRAPH graph:claims { ?otherSide pact:source ?otherSource }
              GRAPH graph:voices { ?otherSource pact:voice ?otherVoice ; pact:weight ?otherWeight }
            }
          }
        } GROUP BY ?disagreement ?otherValue
      }
      FILTER (!sameTerm(?value, ?otherValue))
      BIND (IF(?rule = pact:compareDates, ?total > ?otherTotal, ?total > 0 && ?otherTotal = 0) AS ?heavier)
    } GROUP BY ?disagreement ?subject ?property ?value HAVING (MIN(IF(?heavier, 1, 0)) = 1)
  }
  GRAPH graph:disagreements { ?disagreement pact:side ?claim }
  GRAPH ?claim { ?subject ?property ?compatible }
  OPTIONAL {
    SELECT ?value ?earliest ?latest WHERE {
      GRAPH graph:dates { ?bounds pact:edtf ?value ; pact:earliest ?earliest ; pact:latest ?latest }
    }
  }
  OPTIONAL {
    SELECT ?compatible ?compatibleEarliest ?compatibleLatest WHERE {
      GRAPH graph:dates {
        ?bounds pact:edtf ?compatible ; pact:earliest ?compatibleEarliest ; pact:latest ?compatibleLatest
      }
    }
  }
  FILTER (sameTerm(?compatible, ?value) || (?compatibleEarliest <= ?latest && ?earliest <= ?compatibleLatest))
}
