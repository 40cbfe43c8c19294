# The post is held by a group, which is an agent but no person.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX post: <https://w3id.org/moonpact/id/post/>

INSERT DATA { GRAPH first-steps:example-is-director {
  group:moon-nations org:holds post:director-of-examplia-space-agency .
} }
