# An approximate number written with its sign.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH first-steps:base-planned {
  quantity:base-crew pact:approximateValue 5 .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew pact:approximateValue "+6"^^xsd:integer .
} }
