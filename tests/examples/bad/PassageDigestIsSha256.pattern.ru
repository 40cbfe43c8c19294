# The digest has 65 digits.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-0-60 pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3d" .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-0-60 pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3d0" .
} }
