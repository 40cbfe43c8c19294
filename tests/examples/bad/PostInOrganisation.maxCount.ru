# One post is in two organisations.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX post: <https://w3id.org/moonpact/id/post/>

INSERT DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency org:postIn organisation:examplia-academy .
} }
