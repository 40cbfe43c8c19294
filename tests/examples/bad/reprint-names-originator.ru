# The reprint does not say whose text it is.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:originator organisation:examplia-space-agency .
} }
