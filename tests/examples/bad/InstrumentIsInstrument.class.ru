# The instrument is the article that tells of it.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:examplia-memorandum {
  accession:examplia-lunar-test pact:instrument article:first-steps .
} }
