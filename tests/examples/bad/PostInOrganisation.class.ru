# The post is in a state, which is an agent but no organisation.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX post: <https://w3id.org/moonpact/id/post/>

DELETE DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency org:postIn organisation:examplia-space-agency .
} } ;
INSERT DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency org:postIn country:examplia .
} }
