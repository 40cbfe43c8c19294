# A roadmap may be the instrument.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX instrument: <https://w3id.org/moonpact/id/instrument/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  accession:examplia-lunar-test pact:instrument instrument:lunar-test-roadmap .
} }
