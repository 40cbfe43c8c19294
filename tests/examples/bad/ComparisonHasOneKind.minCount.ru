# The comparison has no kind.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:kind pact:differenceOfWording .
} }
