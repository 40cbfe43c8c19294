# The memorandum may cover what the ontology names, for a stage is a concept.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:covers pact:negotiation .
} }
