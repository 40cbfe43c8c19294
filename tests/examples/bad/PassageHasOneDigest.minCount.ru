# The passage has no digest.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 pact:textDigest "d5c9acd5e71b7ba07fae91d4edc24364ababd0226b91a27ee22d401020df2f2b" .
} }
