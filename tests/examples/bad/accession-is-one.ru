# A second accession of Testonia to the Orbit Circle is described.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  <https://w3id.org/moonpact/id/accession/again/testonia-orbit-circle> a pact:Accession ; rdfs:label "accession of Testonia again"@en ;
    pact:party country:testonia ; pact:coalition coalition:orbit-circle .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  <https://w3id.org/moonpact/id/accession/again/testonia-orbit-circle> pact:stage pact:intent .
} }
