# The stage may be an application.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:testonia-wavers {
  accession:testonia-orbit-circle pact:stage pact:negotiation .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:testonia-orbit-circle pact:stage pact:application .
} }
