# The developer may be a person, or a state.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA { GRAPH first-steps:pathfinder-planned {
  spacecraft:lantern pact:developer person:sam-sample, country:testonia .
} }
