# Only a claim says that the body which signs is a company of the state.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  organisation:moon-works a org:FormalOrganization ; rdfs:label "Moon Works"@en .
} } ;
DELETE DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:examplia-memorandum pact:party organisation:moon-works .
  organisation:moon-works a pact:Company ; pact:ofState country:examplia .
} }
