# The end is written as a decimal number.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 oa:end 94 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-61-94 oa:end 94.0 .
} }
