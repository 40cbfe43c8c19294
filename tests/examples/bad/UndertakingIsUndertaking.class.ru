# The undertaking of the milestone is a policy.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX milestone: <https://w3id.org/moonpact/id/milestone/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX policy: <https://w3id.org/moonpact/id/policy/>

INSERT DATA { GRAPH graph:entities {
  milestone:first-base pact:undertaking policy:testonian-caution .
} }
