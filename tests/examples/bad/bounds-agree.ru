# The least crew is above the greatest.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 2 ; pact:approximateValue 5 .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 10 .
} }
