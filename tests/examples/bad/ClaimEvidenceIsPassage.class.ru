# The evidence is described as a text position selector of the annotation vocabulary, not as a passage.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 a pact:Passage .
} } ;
INSERT DATA { GRAPH graph:claims {
  passage:first-steps-61-94 a oa:TextPositionSelector .
} }
