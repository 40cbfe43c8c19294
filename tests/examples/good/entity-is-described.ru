# An image needs no description, whether something is said of it or it of something.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX image: <https://w3id.org/moonpact/id/image/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA { GRAPH second-thoughts:image-of-the-summit {
  image:second-thoughts-2 foaf:depicts event:lunar-test-summit .
  event:lunar-test-summit pact:uses image:second-thoughts-2 .
} }
