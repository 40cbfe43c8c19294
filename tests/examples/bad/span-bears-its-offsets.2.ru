# The passage ends one character later than its name says.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-330-420 oa:end 420 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-330-420 oa:end 421 .
} }
