# The passage reaches one character into the furniture after it.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:evidence passage:first-steps-100-183 .
  passage:first-steps-100-183 a pact:Passage ; dcterms:isPartOf article:first-steps ; oa:start 100 ; oa:end 183 ;
    pact:firstWords "Examplia has joined" ; pact:lastWords "on 2 May" ; pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3e" .
} }
