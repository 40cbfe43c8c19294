# The claim cites a roadmap that nobody has described as a source.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX instrument: <https://w3id.org/moonpact/id/instrument/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  harbour-radio-news:sampleland-joined pact:source source:harbour-radio-news .
} } ;
INSERT DATA { GRAPH graph:claims {
  harbour-radio-news:sampleland-joined pact:source instrument:lunar-test-roadmap .
} }
