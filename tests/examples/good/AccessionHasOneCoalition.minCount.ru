# A party may accede to a second coalition.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:sampleland-orbit-circle a pact:Accession ; rdfs:label "another accession"@en ;
    pact:party country:sampleland ; pact:coalition coalition:orbit-circle .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:sampleland-orbit-circle pact:stage pact:intent .
} }
