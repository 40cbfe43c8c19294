# A second ruling may be about a second thing.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

INSERT DATA { GRAPH graph:rulings {
  ruling:summit a pact:Ruling ; pact:about coalition:lunar-test ; rdf:predicate pact:objective ;
    pact:prefers first-steps:base-planned ; pact:reason "Nobody says otherwise."@en .
} }
