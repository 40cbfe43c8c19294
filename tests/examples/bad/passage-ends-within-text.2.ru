# The passage ends after the text of its source, though not after that of a longer one.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:second-thoughts-120-220 oa:end 220 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:second-thoughts-120-220 oa:end 301 .
} }
