# The party of the memorandum is a programme.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party programme:moon-ladder .
} }
