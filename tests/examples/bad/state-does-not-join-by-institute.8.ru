# Beside the university of Examplia, only another state is party to the memorandum.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-university, country:sampleland .
} }
