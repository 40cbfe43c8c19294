# The ordinal counts an entity instead of naming what it counts.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:ordinalOf topic:lunar-base .
} }
