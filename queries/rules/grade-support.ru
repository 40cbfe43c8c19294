#+ summary: How well do its sources bear each fact?
#+ description: Officially; by two or more independent voices; by one news report; or weakly, by one voice in a reprint, a digest or an encyclopaedia. Several sources of one voice count as one.
#+ step: 14
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT { GRAPH graph:facts { ?fact pact:support ?support } }
WHERE {
  {
    SELECT ?fact (MAX(?weight) AS ?heaviest) (COUNT(DISTINCT ?voice) AS ?voices) (MAX(?own) AS ?firstHand) WHERE {
      GRAPH graph:facts { ?fact a pact:Fact ; pact:supportedBy ?claim }
      GRAPH graph:claims { ?claim pact:source ?source }
      GRAPH graph:voices { ?source pact:voice ?voice ; pact:weight ?weight }
      FILTER (?weight > 0)
      OPTIONAL { GRAPH graph:claims { ?source pact:reliability ?reliability } }
      BIND (IF(COALESCE(?reliability, pact:newsReport) = pact:newsReport, 1, 0) AS ?own)
    } GROUP BY ?fact
  }
  BIND (IF(?heaviest >= 1000, pact:officialSupport,
    IF(?voices > 1, pact:corroborated, IF(?firstHand = 1, pact:singleReport, pact:weakSupport))) AS ?support)
}
