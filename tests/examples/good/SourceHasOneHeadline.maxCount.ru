# The new headline takes the place of the old one.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts schema:headline "Second thoughts on the coalition"@en .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts schema:headline "More thoughts on the coalition"@en .
} }
