# An editor's comparison is about an accession and its coalition.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:about coalition:lunar-test .
} }
