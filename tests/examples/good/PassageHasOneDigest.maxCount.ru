# The new digest takes the place of the old one.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 pact:textDigest "d5c9acd5e71b7ba07fae91d4edc24364ababd0226b91a27ee22d401020df2f2b" .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-61-94 pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3d" .
} }
