# Both bounds are the number itself; about how many it is may lie beyond.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 2 ; pact:approximateValue 5 .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 9 ; schema:value 9 ; pact:approximateValue 10 .
} }
