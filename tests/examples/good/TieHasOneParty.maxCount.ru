# A tie may go through two things.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX tie: <https://w3id.org/moonpact/id/tie/>

INSERT DATA { GRAPH graph:entities {
  tie:testonia-lunar-test pact:through organisation:examplia-academy .
} }
