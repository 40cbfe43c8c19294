# The list may be of a programme.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX list: <https://w3id.org/moonpact/id/list/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

DELETE DATA { GRAPH graph:entities {
  list:lunar-test-table pact:undertaking coalition:lunar-test .
} } ;
INSERT DATA { GRAPH graph:entities {
  list:lunar-test-table pact:undertaking programme:moon-ladder .
} }
