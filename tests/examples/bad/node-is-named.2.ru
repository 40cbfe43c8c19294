# The body that takes part has no name.
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  [] pact:participatesIn programme:moon-ladder .
} }
