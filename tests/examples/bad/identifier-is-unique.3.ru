# Two articles have one address.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  article:second-thoughts schema:url <https://moonpost.example/second-thoughts> .
} } ;
INSERT DATA { GRAPH graph:claims {
  article:second-thoughts schema:url <https://daily.example/first-steps> .
} }
