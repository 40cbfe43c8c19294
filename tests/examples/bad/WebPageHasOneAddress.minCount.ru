# The page has no address.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX page: <https://w3id.org/moonpact/id/page/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies schema:url <https://moonpost.example/examplia-flies> .
} }
