# A party may have a role before it has signed.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:testonia-orbit-circle pact:role pact:foundingMember .
} }
