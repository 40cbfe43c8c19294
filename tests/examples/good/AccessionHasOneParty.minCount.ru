# The party of the accession may be a company.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:sample-rockets-lunar-test a pact:Accession ; rdfs:label "another accession"@en ;
    pact:party organisation:sample-rockets ; pact:coalition coalition:lunar-test .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:sample-rockets-lunar-test pact:stage pact:intent .
} }
