# The table may list an accession to another coalition.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:lists accession:testonia-orbit-circle .
} }
