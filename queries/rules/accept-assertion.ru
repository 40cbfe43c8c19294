#+ summary: What do sources assert in their own voice that no dispute touches?
#+ description: What rests on no public source neither becomes a fact nor supports one; nor does a value that lost against a weightier one. Of dates that agree, only the most precise one becomes a fact; claims that say it less exactly support it. An accession whose stage is in dispute yields no fact at all.
#+ step: 12
#+ rule: acceptAssertion
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:facts {
    ?subject ?property ?value .
    ?fact a pact:Fact ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?value ;
      pact:citesRule pact:acceptAssertion
  }
}
WHERE {
  GRAPH graph:claims {
    ?claim pact:stance pact:asserts ; pact:speaker ?publisher ; pact:source ?source .
    ?source dcterms:publisher ?publisher
  }
  GRAPH ?claim { ?subject ?property ?value }
  MINUS { GRAPH graph:claims { ?source pact:reliability pact:unverified } }
  MINUS {
    GRAPH graph:disagreements {
      ?settled pact:citesRule ?comparison ; pact:about ?subject ; rdf:predicate ?property ; pact:side ?claim ; pact:prefers ?preferred
    }
    GRAPH ?claim { ?subject ?property ?value }
    MINUS {
      GRAPH graph:disagreements { ?settled pact:about ?subject ; pact:prefers ?winner }
      GRAPH ?winner { ?subject ?property ?value }
    }
  }
  MINUS {
    GRAPH graph:disagreements { ?dispute a pact:Dispute ; pact:about ?subject ; rdf:predicate pact:stage }
  }
  MINUS {
    GRAPH graph:disagreements { ?dispute a pact:Dispute ; pact:about ?subject ; rdf:predicate ?property ; pact:side ?claim }
  }
  MINUS {
    GRAPH graph:disagreements {
      ?dispute a pact:Dispute ; pact:about ?subject ; rdf:predicate <https://schema.org/value> ; pact:side ?claim
    }
  }
  MINUS {
    GRAPH graph:rulings { ?ruling pact:about ?subject ; rdf:predicate ?property ; pact:prefers ?preferred }
    GRAPH graph:claims { ?preferred pact:stance ?known }
    GRAPH ?other { ?subject ?property ?value }
    MINUS {
      GRAPH graph:rulings { ?ruling pact:prefers ?preferred }
      GRAPH ?preferred { ?subject ?property ?value }
    }
  }
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/fact/",
    SUBSTR(SHA256(CONCAT(STR(?subject), " ", STR(?property), " ", STR(?value),
      IF(isLiteral(?value), CONCAT("@", LANG(?value), "^^", STR(DATATYPE(?value))), ""))), 1, 16))) AS ?fact)
} ;

DELETE {
  GRAPH graph:facts {
    ?subject ?property ?lessExact .
    ?fact ?detail ?detailValue
  }
}
WHERE {
  GRAPH <https://w3id.org/moonpact/ontology> { ?property pact:conflictRule pact:compareDates }
  GRAPH graph:facts {
    ?subject ?property ?value, ?lessExact .
    ?fact rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?lessExact ; ?detail ?detailValue
  }
  {
    SELECT ?value ?earliest ?latest WHERE {
      GRAPH graph:dates { ?bounds pact:edtf ?value ; pact:earliest ?earliest ; pact:latest ?latest }
    }
  }
  {
    SELECT ?lessExact ?lessExactEarliest ?lessExactLatest WHERE {
      GRAPH graph:dates {
        ?bounds pact:edtf ?lessExact ; pact:earliest ?lessExactEarliest ; pact:latest ?lessExactLatest
      }
    }
  }
  FILTER (?lessExactEarliest <= ?earliest && ?latest <= ?lessExactLatest
    && (?lessExactEarliest < ?earliest || ?latest < ?lessExactLatest || STR(?value) < STR(?lessExact)))
} ;

INSERT { GRAPH graph:facts { ?fact pact:supportedBy ?claim } }
WHERE {
  GRAPH graph:facts { ?fact a pact:Fact ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?value }
  GRAPH ?claim { ?subject ?property ?value }
  GRAPH graph:claims { ?claim pact:stance pact:asserts ; pact:source ?source }
  MINUS { GRAPH graph:claims { ?source pact:reliability pact:unverified } }
  MINUS {
    GRAPH graph:disagreements { ?dispute a pact:Dispute ; pact:about ?subject ; rdf:predicate ?property ; pact:side ?claim }
  }
} ;

INSERT { GRAPH graph:facts { ?fact pact:supportedBy ?claim } }
WHERE {
  GRAPH <https://w3id.org/moonpact/ontology> { ?property pact:conflictRule pact:compareDates }
  GRAPH graph:facts { ?fact a pact:Fact ; rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?value }
  GRAPH ?claim { ?subject ?property ?lessExact }
  GRAPH graph:claims { ?claim pact:stance pact:asserts ; pact:source ?source }
  MINUS { GRAPH graph:claims { ?source pact:reliability pact:unverified } }
  {
    SELECT ?value ?earliest ?latest WHERE {
      GRAPH graph:dates { ?bounds pact:edtf ?value ; pact:earliest ?earliest ; pact:latest ?latest }
    }
  }
  {
    SELECT ?lessExact ?lessExactEarliest ?lessExactLatest WHERE {
      GRAPH graph:dates {
        ?bounds pact:edtf ?lessExact ; pact:earliest ?lessExactEarliest ; pact:latest ?lessExactLatest
      }
    }
  }
  FILTER (?lessExactEarliest <= ?latest && ?earliest <= ?lessExactLatest)
} ;

INSERT { GRAPH graph:facts { ?fact pact:opposedBy ?claim } }
WHERE {
  GRAPH graph:facts { ?fact a pact:Fact ; rdf:subject ?subject ; rdf:predicate ?property ; pact:supportedBy ?support }
  GRAPH graph:disagreements {
    ?disagreement pact:about ?subject ; rdf:predicate ?property ; pact:kind ?kind ; pact:side ?support, ?claim
  }
  FILTER (?kind IN (pact:directConflict, pact:countMismatch))
  MINUS { GRAPH graph:facts { ?fact pact:supportedBy ?claim } }
}
