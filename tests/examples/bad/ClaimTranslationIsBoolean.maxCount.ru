# The claim is and is not translated by a machine.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:example-calls-for-base pact:machineTranslated false .
} }
