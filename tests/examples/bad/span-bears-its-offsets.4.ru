# The passage ends with the text, one character later than its name says.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts pact:textLength 300 .
  passage:second-thoughts-120-220 oa:end 220 .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts pact:textLength 221 .
  passage:second-thoughts-120-220 oa:end 221 .
} }
