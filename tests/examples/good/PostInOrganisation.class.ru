# The post may be in a coalition.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX post: <https://w3id.org/moonpact/id/post/>

DELETE DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency org:postIn organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency org:postIn coalition:lunar-test .
} }
