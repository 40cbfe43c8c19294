# The page repeats the texts of two bodies.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>

INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:originator organisation:examplia-university .
} }
