# The spaceport lies in a coalition.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  facility:sample-spaceport schema:containedInPlace coalition:lunar-test .
} }
