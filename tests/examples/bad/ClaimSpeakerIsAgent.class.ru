# The speaker is a post, not the person who holds it.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX post: <https://w3id.org/moonpact/id/post/>

DELETE DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:speaker person:ada-example .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:speaker post:director-of-examplia-space-agency .
} }
