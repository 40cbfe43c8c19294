# A comparison prefers nothing, nor need a note that is no ruling.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>

INSERT DATA { GRAPH graph:rulings {
  ruling:note a prov:Entity ; pact:about coalition:lunar-test .
} }
