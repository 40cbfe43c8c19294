# Who leads may be a group.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-leads {
  group:moon-nations pact:leads coalition:lunar-test .
} }
