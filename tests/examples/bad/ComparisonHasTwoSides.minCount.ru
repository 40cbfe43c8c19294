# The comparison has one side only.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side harbour-radio-news:sampleland-joined .
} }
