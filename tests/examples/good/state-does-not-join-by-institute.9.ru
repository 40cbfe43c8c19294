# A university may sign a memorandum by which no state is said to have joined.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH graph:entities {
  agreement:campus-memorandum a pact:Memorandum ; rdfs:label "memorandum of the campus"@en ; pact:concerns programme:moon-ladder .
} } ;
INSERT DATA { GRAPH first-steps:examplia-memorandum {
  agreement:campus-memorandum pact:party organisation:examplia-university .
} }
