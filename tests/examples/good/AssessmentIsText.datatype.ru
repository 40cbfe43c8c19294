# The assessment may be a single word; another name needs no language tag.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH first-steps:coalition-is-young {
  coalition:orbit-circle pact:assessment "old"@en ; skos:altLabel "old" .
} }
