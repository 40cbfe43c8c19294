# The body that takes part has no name.
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH harbour-radio:testonia-hopes {
  [] pact:participatesIn programme:moon-ladder .
} }
