# The summit may have taken place in a facility.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  event:lunar-test-summit schema:location facility:sample-spaceport .
} }
