# The objective of the coalition is a milestone.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX milestone: <https://w3id.org/moonpact/id/milestone/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:base-planned {
  coalition:lunar-test pact:objective milestone:first-base .
} }
