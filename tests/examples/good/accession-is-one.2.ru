# A party may accede to two coalitions.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:testonia-lunar-test a pact:Accession ; rdfs:label "accession of Testonia to the Coalition Lunar Test"@en ;
    pact:party country:testonia ; pact:coalition coalition:lunar-test .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:testonia-lunar-test pact:stage pact:intent .
} }
