# The page has two addresses.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX page: <https://w3id.org/moonpact/id/page/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies schema:url <https://moonpost.example/flies> .
} }
