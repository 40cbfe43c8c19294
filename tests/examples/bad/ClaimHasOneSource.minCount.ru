# The claim does not say where it is made.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  harbour-radio:sampleland-joined pact:source source:harbour-radio-news .
} }
