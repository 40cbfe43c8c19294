# The coalition itself is given the number of its members.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:two-members {
  coalition:lunar-test schema:value 2 .
} }
