# The digest is in capital letters.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts pact:textDigest "d178759904173a4c876228e26a5db8bbdc8274d253074f4f4a35faf273256c91" .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts pact:textDigest "D178759904173A4C876228E26A5DB8BBDC8274D253074F4F4A35FAF273256C91" .
} }
