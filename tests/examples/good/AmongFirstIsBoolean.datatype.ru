# A party may be said not to be among the first.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:testonia-orbit-circle pact:amongFirst false .
} }
