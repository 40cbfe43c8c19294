# A claim says what class the laboratory has, but nothing describes it.
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  organisation:harbour-laboratory a pact:Laboratory ; pact:participatesIn programme:moon-ladder .
} }
