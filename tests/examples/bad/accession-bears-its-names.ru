# The accession is that of another organisation than its name says.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  accession:testonia-orbit-circle pact:party country:testonia .
} } ;
INSERT DATA { GRAPH graph:entities {
  accession:testonia-orbit-circle pact:party organisation:sample-rockets .
} }
