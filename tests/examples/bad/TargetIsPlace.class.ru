# The target of the mission is what it is to bring about.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX milestone: <https://w3id.org/moonpact/id/milestone/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:target milestone:first-base .
} }
