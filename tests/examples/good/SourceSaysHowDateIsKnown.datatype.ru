# The text is a string.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:knownBy "The station's log." .
} } ;
INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:knownBy "The station's log book."^^xsd:string .
} }
