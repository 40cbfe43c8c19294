# The graph of a claim may say more than one thing.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH first-steps:examplia-leads {
  country:examplia pact:leads programme:moon-ladder .
} }
