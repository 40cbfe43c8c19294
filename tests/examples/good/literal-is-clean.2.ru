# An address is no text: Persian ones have a zero-width non-joiner within a word.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX page: <https://w3id.org/moonpact/id/page/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies schema:url <https://moonpost.example/examplia-flies> .
} } ;
INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies schema:url <https://moonpost.example/ماه\u200Cنورد> .
} }
