# An approximate number that is no whole number.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>

DELETE DATA { GRAPH first-steps:base-planned {
  quantity:base-crew pact:approximateValue 5 .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  quantity:base-crew pact:approximateValue 5.5 .
} }
