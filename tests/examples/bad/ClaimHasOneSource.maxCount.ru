# Two broadcasts say the same, and one claim was given both as sources.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:claims {
  harbour-radio-news:sampleland-joined pact:source source:harbour-radio-talk .
} }
