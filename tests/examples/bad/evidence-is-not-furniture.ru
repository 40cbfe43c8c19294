# The passage reaches one character into the furniture after it.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-100-180 oa:end 180 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-100-180 oa:end 183 .
} }
