# What is led may be a phase.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX phase: <https://w3id.org/moonpact/id/phase/>

INSERT DATA { GRAPH first-steps:examplia-leads {
  country:examplia pact:leads phase:first-phase .
} }
