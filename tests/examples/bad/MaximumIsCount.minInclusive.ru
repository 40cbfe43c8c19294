# An upper bound of -1.
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH harbour-radio-news:sampleland-joined {
  quantity:lunar-test-members schema:maxValue -1 .
} }
