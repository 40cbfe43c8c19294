# The name of the graph has a slip, hence no claim describes it.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH first-steps:examplia-lead {
  country:examplia pact:leads programme:moon-ladder .
} }
