#+ summary: By which day had a party surely joined a coalition, was tied to it, or had said that it means to join?
#+ description: The last day that the earliest of the claims behind the fact allows, in graph:dates. It stands with the accession or the tie; for an intent, with the fact.
#+ step: 16
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE { GRAPH graph:dates { ?link pact:latest ?day } }
WHERE {
  GRAPH graph:entities { ?link pact:coalition ?coalition }
  GRAPH graph:dates { ?link pact:latest ?day }
} ;

DELETE { GRAPH graph:dates { ?intent pact:latest ?day } }
WHERE {
  GRAPH graph:facts { ?intent rdf:predicate pact:stage ; rdf:object pact:intent }
  GRAPH graph:dates { ?intent pact:latest ?day }
} ;

INSERT { GRAPH graph:dates { ?dated pact:latest ?day } }
WHERE {
  SELECT ?dated (MIN(?lastDay) AS ?day) WHERE {
    {
      GRAPH graph:facts {
        ?fact rdf:predicate pact:stage ; rdf:object pact:signature ; rdf:subject ?dated ; pact:supportedBy ?claim
      }
    } UNION {
      GRAPH graph:facts { ?fact rdf:predicate pact:through ; rdf:subject ?dated ; pact:supportedBy ?claim }
    } UNION {
      GRAPH graph:facts { ?dated rdf:predicate pact:stage ; rdf:object pact:intent ; pact:supportedBy ?claim }
    }
    GRAPH graph:claims { ?claim pact:holdsFrom ?from }
    GRAPH graph:dates { ?bounds pact:edtf ?from ; pact:latest ?lastDay }
  } GROUP BY ?dated
}
