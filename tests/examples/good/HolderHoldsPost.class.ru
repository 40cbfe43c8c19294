# Another person may hold the same post.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX post: <https://w3id.org/moonpact/id/post/>

INSERT DATA { GRAPH first-steps:example-is-director {
  person:sam-sample org:holds post:director-of-examplia-space-agency .
} }
