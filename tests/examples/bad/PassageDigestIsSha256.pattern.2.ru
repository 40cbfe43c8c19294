# The digest is in capital letters.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-600-611 pact:textDigest "a95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12" .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-600-611 pact:textDigest "A95267F2E6D104DA1718D26E0ED4C00EC24F469A1AE95539117B21C7321DAF12" .
} }
