# The passage stands in the braces.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH first-steps:coalition-is-young {
  passage:first-steps-0-60 pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3d" .
} }
