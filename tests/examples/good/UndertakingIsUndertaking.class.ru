# The undertaking of the milestone may be a programme, a phase or a mission.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX milestone: <https://w3id.org/moonpact/id/milestone/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX phase: <https://w3id.org/moonpact/id/phase/>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH graph:entities {
  milestone:first-base pact:undertaking programme:moon-ladder, phase:first-phase, mission:pathfinder .
} }
