# Things are IRIs, data are literals.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH first-steps:example-calls-for-base {
  group:moon-nations pact:requires topic:ground-stations .
  accession:examplia-lunar-test pact:ordinalOf "members of the coalition"@en .
} }
