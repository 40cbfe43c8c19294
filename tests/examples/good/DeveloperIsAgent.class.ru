# The lander may be developed by a coalition, for it is a kind of organisation.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH first-steps:pathfinder-planned {
  spacecraft:lantern pact:developer coalition:lunar-test .
} }
