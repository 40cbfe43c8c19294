# What the tie goes through is written as a second party.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX tie: <https://w3id.org/moonpact/id/tie/>

INSERT DATA { GRAPH graph:entities {
  tie:testonia-lunar-test pact:party organisation:examplia-academy .
} }
