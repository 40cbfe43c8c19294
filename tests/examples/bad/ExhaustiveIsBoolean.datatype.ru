# Whether the table is whole is put in words.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:exhaustive true .
} } ;
INSERT DATA { GRAPH first-steps:table {
  list:lunar-test-table pact:exhaustive "as far as known" .
} }
