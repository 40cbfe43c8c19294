# A coalition may have two lists.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  list:short-table a pact:PublishedList ; rdfs:label "short table"@en ;
    pact:undertaking coalition:lunar-test ; pact:listsKind pact:State .
} } ;
INSERT DATA { GRAPH first-steps:table {
  list:short-table pact:lists accession:examplia-lunar-test .
} }
