# The accession is one to another coalition than its name says.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  accession:testonia-orbit-circle pact:coalition coalition:orbit-circle .
} } ;
INSERT DATA { GRAPH graph:entities {
  accession:testonia-orbit-circle pact:coalition coalition:lunar-test .
} }
