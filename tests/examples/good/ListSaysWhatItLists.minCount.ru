# The list may cover two kinds of parties.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:entities {
  list:lunar-test-table pact:listsKind pact:Company .
} }
