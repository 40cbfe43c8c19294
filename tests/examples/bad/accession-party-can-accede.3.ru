# A person is the counterpart.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>

INSERT DATA { GRAPH first-steps:examplia-joined {
  accession:examplia-lunar-test pact:counterpart person:sam-sample .
} }
