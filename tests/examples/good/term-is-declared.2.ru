# A class of another vocabulary that the ontology declares may be used.
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX schema: <https://schema.org/>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH graph:entities {
  spacecraft:lantern a schema:Vehicle .
  list:lunar-test-table pact:listsKind foaf:Person .
} }
