# The coalition of the cooperation is a collaboration that is not described as a coalition.
PREFIX cooperation: <https://w3id.org/moonpact/id/cooperation/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  organisation:launch-club a org:OrganizationalCollaboration ; rdfs:label "Launch Club"@en .
  cooperation:examplia-sampleland pact:coalition organisation:launch-club .
} }
