# The list is said to list a class that is not declared.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:entities {
  list:lunar-test-table pact:listsKind schema:Organization .
} }
