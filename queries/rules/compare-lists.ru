#+ summary: Which members that one claim asserts are missing from a later list that claims to be whole?
#+ description: Settled where the publisher of the list says elsewhere that the party belongs, or where the party is a founder, whom lists of those who joined leave out.
#+ step: 7
#+ rule: compareLists
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:disagreements {
    ?disagreement a pact:Disagreement ; pact:about ?accession ; rdf:predicate pact:stage ; pact:kind ?kind ;
      pact:side ?assertion, ?whole ; pact:citesRule pact:compareLists .
    ?disagreement pact:settledBy ?settlement
  }
}
WHERE {
  GRAPH ?whole { ?list pact:exhaustive true }
  GRAPH graph:claims {
    ?whole pact:stance pact:asserts ; pact:source ?listSource .
    ?listSource dcterms:publisher ?publisher
  }
  GRAPH graph:entities {
    ?list pact:undertaking ?coalition . ?accession pact:coalition ?coalition ; pact:party ?party .
    ?party a ?kindOfParty . ?list pact:listsKind ?kindOfParty
  }
  GRAPH ?assertion { ?accession pact:stage pact:signature }
  FILTER (?assertion != ?whole)
  GRAPH graph:claims { ?assertion pact:stance pact:asserts }
  GRAPH graph:dates { ?assertion pact:earliest ?joined . ?whole pact:latest ?asOf }
  FILTER (?joined <= ?asOf)
  MINUS {
    GRAPH ?item { ?list pact:lists ?accession }
    GRAPH graph:claims { ?item pact:stance pact:asserts }
  }
  OPTIONAL {
    GRAPH ?own { ?accession pact:stage pact:signature }
    GRAPH graph:claims { ?own pact:stance pact:asserts ; pact:speaker ?publisher ; pact:source ?ownSource .
      ?ownSource dcterms:publisher ?publisher }
  }
  OPTIONAL {
    GRAPH ?founding { ?accession pact:role pact:foundingMember }
    GRAPH graph:claims { ?founding pact:stance pact:asserts }
  }
  BIND (IF(BOUND(?founding), pact:differenceOfScope, pact:countMismatch) AS ?kind)
  BIND (IF(BOUND(?own) || BOUND(?founding), pact:compareLists, ?unbound) AS ?settlement)
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/disagreement/",
    SUBSTR(SHA256(CONCAT(STR(?accession), " ", STR(?list), " ", STR(?kind))), 1, 16))) AS ?disagreement)
}
