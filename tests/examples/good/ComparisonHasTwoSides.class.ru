# The comparison may have three claims as its sides.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side first-steps:two-members .
} }
