# The stance is the status of something planned, not pact:plans.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:pathfinder-planned pact:stance pact:plans .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:pathfinder-planned pact:stance pact:planned .
} }
