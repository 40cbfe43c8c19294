# A post that only a claim describes has its label there.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX post: <https://w3id.org/moonpact/id/post/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH first-steps:example-is-director {
  person:sam-sample org:holds post:deputy-director .
  post:deputy-director a org:Post ; rdfs:label "deputy director of the Examplia Space Agency"@en .
} }
