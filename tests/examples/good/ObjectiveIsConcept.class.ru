# A coalition may have two objectives.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA { GRAPH first-steps:base-planned {
  coalition:lunar-test pact:objective topic:ground-stations .
} }
