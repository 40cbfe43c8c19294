# A meeting has a place among its participants.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX place: <https://w3id.org/moonpact/id/place/>

INSERT DATA { GRAPH first-steps:coalition-is-young {
  event:lunar-test-summit pact:participant place:moon .
} }
