# Two texts say how the date is known.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk pact:knownBy "A listener's letter." .
} }
