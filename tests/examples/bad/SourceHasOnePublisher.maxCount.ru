# The article was taken over by a second outlet, and both are given.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

INSERT DATA { GRAPH graph:claims {
  article:second-thoughts dcterms:publisher organisation:daily-sample .
} }
