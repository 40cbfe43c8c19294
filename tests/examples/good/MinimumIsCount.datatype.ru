# A lower bound written with its sign.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue 2 .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew schema:minValue "+3"^^xsd:integer .
} }
