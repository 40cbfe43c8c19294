# The furniture ends one character later than its name says.
PREFIX furniture: <https://w3id.org/moonpact/id/furniture/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA { GRAPH graph:claims {
  furniture:first-steps-182-199 oa:end 199 .
} } ;
INSERT DATA { GRAPH graph:claims {
  furniture:first-steps-182-199 oa:end 200 .
} }
