# Testonia negotiates with two coalitions, and both were written in one accession.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:entities {
  accession:testonia-orbit-circle pact:coalition coalition:lunar-test .
} }
