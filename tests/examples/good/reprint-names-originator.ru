# What is no reprint needs no originator.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:originator organisation:examplia-space-agency . page:moon-post-examplia-flies pact:reliability pact:reprint .
} } ;
INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:reliability pact:newsReport .
} }
