# The state invites another.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-leads {
  country:examplia pact:invites country:sampleland .
} }
