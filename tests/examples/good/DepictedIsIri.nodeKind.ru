# The image may show an event.
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX image: <https://w3id.org/moonpact/id/image/>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA { GRAPH second-thoughts:image-of-the-summit {
  image:second-thoughts-1 foaf:depicts event:lunar-test-summit .
} }
