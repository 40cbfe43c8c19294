# Which quantity counts the progress of another is said of it where it is described.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>

INSERT DATA { GRAPH graph:entities {
  quantity:base-crew pact:progressCountedBy quantity:lunar-test-members .
} }
