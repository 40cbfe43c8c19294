# The crew is less than the least.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:value 1 .
} }
