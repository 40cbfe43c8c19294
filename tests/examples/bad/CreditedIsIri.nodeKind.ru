# Who is credited is a text.
PREFIX image: <https://w3id.org/moonpact/id/image/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX second-thoughts: <https://w3id.org/moonpact/claim/second-thoughts/>

INSERT DATA { GRAPH second-thoughts:image-of-the-summit {
  image:second-thoughts-1 prov:wasAttributedTo "Examplia Space Agency"@en .
} }
