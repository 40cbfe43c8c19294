# The name of the university has a slip.
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>

INSERT DATA { GRAPH harbour-radio:testonia-hopes {
  organisation:examplia-univeristy pact:participatesIn programme:moon-ladder .
} }
