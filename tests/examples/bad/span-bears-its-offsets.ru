# The passage begins one character later than its name says.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-330-420 oa:start 330 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-330-420 oa:start 331 .
} }
