#+ summary: For which days does a claim say that its content holds? From the first day of holdsFrom to the last of holdsTo, or open.
#+ step: 1
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT { GRAPH graph:dates { ?claim pact:earliest ?earliest ; pact:latest ?latest } }
WHERE {
  GRAPH graph:claims { ?claim a pact:Claim ; pact:holdsFrom ?from }
  GRAPH graph:dates { ?fromBounds pact:edtf ?from ; pact:earliest ?earliest }
  OPTIONAL {
    GRAPH graph:claims { ?claim pact:holdsTo ?to }
    GRAPH graph:dates { ?toBounds pact:edtf ?to ; pact:latest ?end }
  }
  BIND (COALESCE(?end, "9999-12-31"^^xsd:date) AS ?latest)
}
