# The relay is an article, not its publisher.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:relayedBy article:second-thoughts .
} }
