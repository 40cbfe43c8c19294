# The start lies one character before the text.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-0-60 oa:start 0 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-0-60 oa:start -1 .
} }
