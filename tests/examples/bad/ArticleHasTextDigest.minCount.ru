# The article has no digest of its text.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts pact:textDigest "d178759904173a4c876228e26a5db8bbdc8274d253074f4f4a35faf273256c91" .
} }
