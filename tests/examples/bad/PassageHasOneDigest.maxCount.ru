# The new digest was added, and the old one left.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  passage:first-steps-61-94 pact:textDigest "a95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12" .
} }
