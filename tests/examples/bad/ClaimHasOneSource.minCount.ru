# The claim does not say where it is made.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  harbour-radio-news:sampleland-joined pact:source source:harbour-radio-news .
} }
