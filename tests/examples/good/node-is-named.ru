# The mission may carry a craft that has a name.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:carries spacecraft:lantern .
} }
