# The comparison has two sides, one of them an expectation.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side harbour-radio:sampleland-joined .
} } ;
INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined pact:side harbour-radio:testonia-hopes .
} }
