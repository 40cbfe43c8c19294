#+ summary: For which days does a claim say that its content holds? From the first day of holdsFrom to the last of holdsTo, or open.
#+ step: 1
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT { GRAPH graph:dates { ?claim pact:earliest ?earliest } }
WHERE {
  GRAPH graph:dates { ?bounds a pact:DateBounds ; pact:edtf ?from ; pact:earliest ?earliest }
  GRAPH graph:claims { ?claim pact:holdsFrom ?from ; a pact:Claim }
} ;

INSERT { GRAPH graph:dates { ?claim pact:latest ?latest } }
WHERE {
  GRAPH graph:dates { ?bounds a pact:DateBounds ; pact:edtf ?to ; pact:latest ?latest }
  GRAPH graph:claims { ?claim pact:holdsTo ?to ; a pact:Claim }
  GRAPH graph:dates { ?claim pact:earliest ?earliest }
} ;

INSERT { GRAPH graph:dates { ?claim pact:latest "9999-12-31"^^xsd:date } }
WHERE {
  GRAPH graph:dates { ?claim pact:earliest ?earliest }
  GRAPH graph:claims { ?claim a pact:Claim }
  MINUS { GRAPH graph:dates { ?claim pact:latest ?latest } }
}
