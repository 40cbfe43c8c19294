# The laboratory is described, and a claim gives it another class.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  organisation:harbour-laboratory a pact:Laboratory ; rdfs:label "Harbour Laboratory"@en .
} } ;
INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  organisation:harbour-laboratory a pact:ResearchInstitute ; pact:participatesIn programme:moon-ladder .
} }
