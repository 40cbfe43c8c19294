# The table lists a tie, which is an engagement but no accession.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX tie: <https://w3id.org/moonpact/id/tie/>

INSERT DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:lists tie:testonia-lunar-test .
} }
