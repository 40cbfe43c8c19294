# The spaceport may lie in a state, for a state is a country and a country is a place.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  facility:sample-spaceport schema:containedInPlace country:sampleland .
} }
