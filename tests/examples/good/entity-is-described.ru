# An image needs no description.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX image: <https://w3id.org/moonpact/id/image/>

INSERT DATA { GRAPH graph:claims {
  article:second-thoughts foaf:depicts image:second-thoughts-1 .
} }
