# The name of the payload, which is the value, has a slip.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX payload: <https://w3id.org/moonpact/id/payload/>

INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  country:testonia pact:uses payload:dust-countre .
} }
