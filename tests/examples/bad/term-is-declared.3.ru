# The class is declared, but as a stage, not as a class.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH graph:entities {
  spacecraft:lantern a pact:signature .
} }
