# Beside the university of Examplia, only the space agency of another state is party to the memorandum.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  organisation:sampleland-space-agency a pact:SpaceAgency ; rdfs:label "Sampleland Space Agency"@en ; pact:ofState country:sampleland .
} } ;
DELETE DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-university, organisation:sampleland-space-agency .
} }
