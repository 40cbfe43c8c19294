# The name of the individual, which is the value, has a slip.
PREFIX comparison: <https://w3id.org/moonpact/id/comparison/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined rdf:predicate pact:counterpart .
} } ;
INSERT DATA { GRAPH graph:rulings {
  comparison:when-sampleland-joined rdf:predicate pact:counterprat .
} }
