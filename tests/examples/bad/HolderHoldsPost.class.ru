# Ada Example holds the agency, not a post in it.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX person: <https://w3id.org/moonpact/id/person/>

INSERT DATA { GRAPH first-steps:example-is-director {
  person:ada-example org:holds organisation:examplia-space-agency .
} }
