# A news article that is none of our sources needs no length.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:claims {
  article:elsewhere a schema:NewsArticle ; schema:headline "Elsewhere"@en .
} }
