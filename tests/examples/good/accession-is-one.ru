# A cooperation with the party and the coalition of an accession is no second accession.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX cooperation: <https://w3id.org/moonpact/id/cooperation/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:entities {
  cooperation:examplia-sampleland pact:party country:testonia ; pact:coalition coalition:orbit-circle .
} }
