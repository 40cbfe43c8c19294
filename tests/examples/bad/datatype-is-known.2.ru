# The number is a double.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>

INSERT DATA { GRAPH graph:claims {
  article:second-thoughts dcterms:description 5e-1 .
} }
