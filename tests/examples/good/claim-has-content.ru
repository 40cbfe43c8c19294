# The claim says one thing only.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>

INSERT DATA { GRAPH first-steps:examplia-leads {
  person:ada-example pact:shapes coalition:lunar-test .
} } ;
DELETE DATA { GRAPH first-steps:examplia-leads {
  country:examplia pact:leads coalition:lunar-test .
} }
