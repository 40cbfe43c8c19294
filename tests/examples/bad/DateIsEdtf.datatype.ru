# The day of an event is a date of XML Schema.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  event:lunar-test-summit pact:date "2024-05-02"^^xsd:date .
} }
