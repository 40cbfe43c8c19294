# A number that is no whole number.
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

DELETE DATA { GRAPH second-thoughts:three-members {
  quantity:lunar-test-members schema:value 3 .
} } ;
INSERT DATA { GRAPH second-thoughts:three-members {
  quantity:lunar-test-members schema:value 3.5 .
} }
