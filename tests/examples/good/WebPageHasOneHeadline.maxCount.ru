# The title is in another language.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX page: <https://w3id.org/moonpact/id/page/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies schema:headline "Examplia flies"@en .
} } ;
INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies schema:headline "Examplia fliegt"@de .
} }
