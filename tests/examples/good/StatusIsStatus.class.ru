# The status may be that the mission was given up.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:status pact:planned .
} } ;
INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:status pact:cancelled .
} }
