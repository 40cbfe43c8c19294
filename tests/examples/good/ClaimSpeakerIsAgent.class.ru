# A group of states may be the speaker.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>

DELETE DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:speaker person:ada-example .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:speaker group:moon-nations .
} }
