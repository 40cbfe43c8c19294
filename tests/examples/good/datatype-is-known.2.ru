# A number may be a decimal where no rule asks for a count.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>

INSERT DATA { GRAPH graph:claims {
  article:second-thoughts dcterms:description 0.5 .
} }
