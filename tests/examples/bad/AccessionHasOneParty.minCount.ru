# The accession does not say whose.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  accession:testonia-orbit-circle pact:party country:testonia .
} }
