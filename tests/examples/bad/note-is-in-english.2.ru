# What the ordinal counts has no language tag.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:ordinalOf "states of the coalition" .
} }
