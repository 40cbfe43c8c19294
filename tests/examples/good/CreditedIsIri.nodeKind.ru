# The image may be credited to a person as well.
PREFIX image: <https://w3id.org/moonpact/id/image/>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA { GRAPH second-thoughts:image-of-the-summit {
  image:second-thoughts-1 prov:wasAttributedTo person:sam-sample .
} }
