# Passages end where furniture begins, and begin where it ends.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-100-180 oa:end 180 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-100-180 oa:end 182 .
} } ;
DELETE DATA { GRAPH graph:claims {
  passage:first-steps-200-320 oa:start 200 .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-200-320 oa:start 199 .
} }
