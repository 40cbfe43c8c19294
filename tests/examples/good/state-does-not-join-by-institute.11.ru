# A group of nations does not become a state because a claim calls it one, and may join by a company of its own.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  accession:moon-nations-lunar-test a pact:Accession ; rdfs:label "accession of the Moon nations"@en ;
    pact:party group:moon-nations ; pact:coalition coalition:lunar-test .
  organisation:moon-nations-rockets a pact:Company ; rdfs:label "Moon Nations Rockets"@en ; pact:ofState group:moon-nations .
  agreement:rockets-memorandum a pact:Memorandum ; rdfs:label "memorandum of the rockets"@en .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  accession:moon-nations-lunar-test pact:instrument agreement:rockets-memorandum ; pact:party group:moon-nations .
  group:moon-nations a pact:State .
  agreement:rockets-memorandum pact:party organisation:moon-nations-rockets .
} }
