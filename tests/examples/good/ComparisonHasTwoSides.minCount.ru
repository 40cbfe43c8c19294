# The comparison has two sides, one of them an expectation.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side harbour-radio-news:sampleland-joined .
} } ;
INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side harbour-radio-talk:testonia-hopes .
} }
