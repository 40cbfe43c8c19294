# A payload is described as a facility.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX payload: <https://w3id.org/moonpact/id/payload/>

DELETE DATA { GRAPH graph:entities {
  payload:dust-counter a pact:Payload .
} } ;
INSERT DATA { GRAPH graph:entities {
  payload:dust-counter a pact:Facility .
} }
