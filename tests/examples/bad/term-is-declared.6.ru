# The property of another vocabulary is not declared.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX place: <https://w3id.org/moonpact/id/place/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  country:testonia schema:locaton place:moon .
} }
