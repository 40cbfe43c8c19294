# The one speaker need not be the publisher.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:speaker organisation:daily-sample .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:speaker person:sam-sample .
} }
