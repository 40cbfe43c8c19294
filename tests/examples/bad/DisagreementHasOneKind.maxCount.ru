# An editor finds that two claims differ both in wording and in scope.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:kind pact:differenceOfScope .
} }
