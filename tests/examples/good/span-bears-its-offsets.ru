# A passage with its offsets in its name.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-joined pact:evidence passage:first-steps-331-421 .
  passage:first-steps-331-421 a pact:Passage ; dcterms:isPartOf article:first-steps ; oa:start 331 ; oa:end 421 ;
    pact:firstWords "Examplia has joined" ; pact:lastWords "on 2 May" ; pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3e" .
} }
