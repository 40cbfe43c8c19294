# The target may be a facility.
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:target facility:sample-spaceport .
} }
