# A person accedes.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:sam-sample-lunar-test a pact:Accession ; rdfs:label "accession to the Coalition Lunar Test"@en ;
    pact:party person:sam-sample ; pact:coalition coalition:lunar-test .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:sam-sample-lunar-test pact:stage pact:intent .
} }
