# The new digest takes the place of the old one.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts pact:textDigest "d178759904173a4c876228e26a5db8bbdc8274d253074f4f4a35faf273256c91" .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts pact:textDigest "a95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12" .
} }
