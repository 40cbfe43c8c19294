# The list does not say which kinds of parties it means to cover.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  list:lunar-test-table pact:listsKind pact:State .
} }
