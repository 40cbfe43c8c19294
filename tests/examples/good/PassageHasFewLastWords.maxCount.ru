# A short passage needs no last words.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  passage:first-steps-61-72 a pact:Passage ; dcterms:isPartOf article:first-steps ; oa:start 61 ; oa:end 72 ;
    pact:firstWords "Ada Example" ; pact:textDigest "b95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12" .
  first-steps:examplia-leads pact:evidence passage:first-steps-61-72 .
} }
