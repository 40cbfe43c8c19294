# A visit is an event.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  event:lunar-test-summit a pact:Event .
} } ;
INSERT DATA { GRAPH graph:entities {
  event:lunar-test-summit a pact:Visit .
} }
