# A named speaker may assert what the publisher has as hearsay.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>

DELETE DATA { GRAPH graph:claims {
  first-steps:testonia-wavers pact:speaker organisation:daily-sample ; pact:stance pact:reports .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:testonia-wavers pact:speaker person:ada-example ; pact:stance pact:asserts .
} }
