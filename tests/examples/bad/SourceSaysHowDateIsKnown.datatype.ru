# The text has a language tag.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:knownBy "The station's log." .
} } ;
INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:knownBy "The station's log."@en .
} }
