# The speaker of the hearsay is the publisher of another source.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:testonia-wavers pact:speaker organisation:daily-sample .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:testonia-wavers pact:speaker organisation:moon-post .
} }
