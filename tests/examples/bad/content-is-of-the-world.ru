# The speaker of the claim stands in its braces as well.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT { GRAPH first-steps:coalition-is-young { first-steps:coalition-is-young pact:speaker ?speaker } }
WHERE { GRAPH graph:claims { first-steps:coalition-is-young pact:speaker ?speaker } }
