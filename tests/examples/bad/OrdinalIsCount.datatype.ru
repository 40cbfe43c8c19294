# A place in the order of joining that is no whole number.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:ordinal 2 .
} } ;
INSERT DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:ordinal 2.5 .
} }
