# The assessment has two spaces in a row; this shape says so, and not the rule on texts of all kinds too.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:coalition-is-young {
  coalition:orbit-circle pact:assessment "rather  old"@en .
} }
