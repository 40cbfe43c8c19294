# What somebody requires is given as a text.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:example-calls-for-base {
  group:moon-nations pact:requires "a spaceport" .
} }
