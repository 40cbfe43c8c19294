# The passage ends one character after the text.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-430-580 oa:end 580 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-430-580 oa:end 701 .
} }
