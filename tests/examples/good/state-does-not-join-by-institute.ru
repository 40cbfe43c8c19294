# The academy of Examplia may sign for the state.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-academy .
  accession:examplia-lunar-test pact:counterpart organisation:examplia-university .
} }
