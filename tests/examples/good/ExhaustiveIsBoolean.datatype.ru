# The table may say that it is not whole.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:exhaustive true .
} } ;
INSERT DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:exhaustive false .
} }
