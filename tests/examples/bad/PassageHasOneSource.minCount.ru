# The passage that a source of another kind cites does not say of which source it is.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:claims {
  passage:log a pact:Passage ; oa:start 0 ; oa:end 11 ; pact:firstWords "Logged here" ;
    pact:textDigest "a95267f2e6d104da1718d26e0ed4c00ec24f469a1ae95539117b21c7321daf12" .
} } ;
INSERT DATA { GRAPH graph:dates {
  source:elsewhere-in-it pact:evidence passage:log .
} }
