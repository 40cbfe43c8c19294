# A coalition accedes to another.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:orbit-circle-lunar-test a pact:Accession ; rdfs:label "accession to the Coalition Lunar Test"@en ;
    pact:party coalition:orbit-circle ; pact:coalition coalition:lunar-test .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:orbit-circle-lunar-test pact:stage pact:intent .
} }
