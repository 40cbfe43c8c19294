# The language of the article has a datatype of its own.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts schema:inLanguage "en" .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts schema:inLanguage "en"^^xsd:language .
} }
