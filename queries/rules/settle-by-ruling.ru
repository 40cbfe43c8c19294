#+ summary: Which disagreements has an editor decided?
#+ step: 9
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT { GRAPH graph:disagreements { ?disagreement pact:settledBy ?ruling } }
WHERE {
  GRAPH graph:rulings { ?ruling a pact:Ruling ; pact:about ?subject ; rdf:predicate ?property ; pact:prefers ?claim }
  GRAPH graph:disagreements { ?disagreement pact:about ?subject ; rdf:predicate ?property ; pact:side ?claim }
  MINUS { GRAPH graph:disagreements { ?disagreement pact:settledBy ?other } }
}
