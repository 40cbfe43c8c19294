# A second reason was added to the comparison.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:reason "The radio reads the same paper."@en .
} }
