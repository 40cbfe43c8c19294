# The tag names a dialect.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH first-steps:coalition-is-young {
  coalition:lunar-test skos:altLabel "CLT2"@en-scotland .
} }
