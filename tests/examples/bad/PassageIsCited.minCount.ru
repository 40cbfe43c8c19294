# A passage is no longer the evidence of any claim.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  passage:first-steps-612-624 a pact:Passage ; dcterms:isPartOf article:first-steps ; oa:start 612 ; oa:end 624 ;
    pact:firstWords "Nobody cites" ; pact:textDigest "a95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12" .
} }
