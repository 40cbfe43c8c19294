# The memorandum covers a mission.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:covers mission:pathfinder .
} }
