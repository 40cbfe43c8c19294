# The country is written in small letters.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts schema:inLanguage "en" .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts schema:inLanguage "en-gb" .
} }
