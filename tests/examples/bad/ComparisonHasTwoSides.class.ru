# A third side of the comparison is an article, not a claim in it.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side article:first-steps .
} }
