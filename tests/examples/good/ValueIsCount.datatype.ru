# A number written with its sign.
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX schema: <https://schema.org/>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH second-thoughts:three-members {
  quantity:lunar-test-members schema:value 3 .
} } ;
INSERT DATA { GRAPH second-thoughts:three-members {
  quantity:lunar-test-members schema:value "+4"^^xsd:integer .
} }
