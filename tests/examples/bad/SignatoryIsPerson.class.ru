# The agency is written as signatory, not the person who signed for it.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:signatory organisation:examplia-space-agency .
} }
