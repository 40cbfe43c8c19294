# A passage that two claims cite may lose one of them.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  first-steps:coalition-is-young pact:evidence passage:first-steps-430-580 .
} }
