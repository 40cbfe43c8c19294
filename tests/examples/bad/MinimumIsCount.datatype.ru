# A lower bound that is no whole number.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 2 .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 2.5 .
} }
