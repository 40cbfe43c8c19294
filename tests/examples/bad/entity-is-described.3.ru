# A claim says what class the laboratory has, but nothing describes it.
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH harbour-radio:testonia-hopes {
  organisation:harbour-laboratory a pact:Laboratory ; pact:participatesIn programme:moon-ladder .
} }
