# The summit took place in an organisation.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  event:lunar-test-summit schema:location organisation:examplia-space-agency .
} }
