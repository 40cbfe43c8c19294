# An editor has written a disagreement by hand, instead of a comparison.
PREFIX disagreement: <https://w3id.org/moonpact/id/disagreement/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA { GRAPH graph:rulings {
  disagreement:two-or-three-members a pact:Disagreement ; pact:about quantity:lunar-test-members ; rdf:predicate schema:value ;
    pact:kind pact:differenceOfScope ; pact:side first-steps:two-members, second-thoughts:three-members .
} }
