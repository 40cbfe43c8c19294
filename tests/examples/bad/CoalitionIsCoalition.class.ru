# The coalition of the cooperation is a programme.
PREFIX cooperation: <https://w3id.org/moonpact/id/cooperation/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH graph:entities {
  cooperation:examplia-sampleland pact:coalition programme:moon-ladder .
} }
