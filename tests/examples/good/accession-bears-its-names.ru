# An accession with both names.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:sample-rockets-orbit-circle a pact:Accession ; rdfs:label "accession of Sample Rockets to the Orbit Circle"@en ;
    pact:party organisation:sample-rockets ; pact:coalition coalition:orbit-circle .
} } ;
INSERT DATA { GRAPH first-steps:testonia-wavers {
  accession:sample-rockets-orbit-circle pact:stage pact:intent .
} }
