# The length is no whole number.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts pact:textLength 300 .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts pact:textLength 300.5 .
} }
