# A laboratory of Examplia is party to the memorandum by which the state is said to have joined.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  organisation:dust-laboratory a pact:Laboratory ; rdfs:label "Dust Laboratory"@en ; pact:ofState country:examplia .
} } ;
DELETE DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:dust-laboratory .
} }
