# The lander is developed by a programme.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH first-steps:pathfinder-planned {
  spacecraft:lantern pact:developer programme:moon-ladder .
} }
