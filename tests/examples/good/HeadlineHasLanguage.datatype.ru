# The headline is in another language.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts schema:headline "Second thoughts on the coalition"@en .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts schema:headline "Zweite Gedanken"@de .
} }
