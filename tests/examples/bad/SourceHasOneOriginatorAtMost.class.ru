# The originator is a mission.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:originator organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:originator mission:pathfinder .
} }
