# A place in the order of joining written with its sign.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:ordinal 2 .
} } ;
INSERT DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:ordinal "+3"^^xsd:integer .
} }
