# The page has no title.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX page: <https://w3id.org/moonpact/id/page/>
PREFIX schema: <https://schema.org/>

DELETE WHERE { GRAPH graph:claims { page:moon-post-examplia-flies schema:headline ?headline } }
