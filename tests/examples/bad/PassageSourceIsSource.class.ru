# A passage that a source of another kind cites is part of a roadmap that nobody has described as a source.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX instrument: <https://w3id.org/moonpact/id/instrument/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH graph:claims {
    passage:lunar-test-roadmap-0-9 a pact:Passage ; dcterms:isPartOf instrument:lunar-test-roadmap ; oa:start 0 ; oa:end 9 ;
      pact:firstWords "Two seals" ; pact:textDigest "a95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12"
  }
  GRAPH graph:dates { source:elsewhere-in-it pact:evidence passage:lunar-test-roadmap-0-9 }
}
