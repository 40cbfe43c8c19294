# The job title has no language.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH first-steps:example-is-director {
  person:ada-example schema:jobTitle "director"@en .
} } ;
INSERT DATA { GRAPH first-steps:example-is-director {
  person:ada-example schema:jobTitle "director" .
} }
