# The passage begins with the last character of the furniture before it.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-200-320 oa:start 200 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-200-320 oa:start 198 .
} }
