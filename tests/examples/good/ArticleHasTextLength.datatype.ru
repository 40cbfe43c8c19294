# The length is written with its sign.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts pact:textLength 300 .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts pact:textLength "+305"^^xsd:integer .
} }
