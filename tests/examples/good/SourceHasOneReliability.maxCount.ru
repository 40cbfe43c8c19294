# The broadcast is a digest.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:reliability pact:newsReport .
} } ;
INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:reliability pact:digest .
} }
