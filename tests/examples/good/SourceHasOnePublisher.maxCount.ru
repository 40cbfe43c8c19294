# An outlet may publish two articles.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts dcterms:publisher organisation:moon-post .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts dcterms:publisher organisation:daily-sample .
} }
