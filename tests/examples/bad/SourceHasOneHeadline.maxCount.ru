# The headline was changed by the publisher, and both are given.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:claims {
  article:second-thoughts schema:headline "More thoughts on the coalition"@en .
} }
