# The occasion is an event of another vocabulary only.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX occasion: <https://w3id.org/moonpact/id/occasion/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>

INSERT DATA {
  GRAPH graph:entities { occasion:launch-party a schema:Event ; rdfs:label "launch party"@en }
  GRAPH graph:claims { first-steps:examplia-leads pact:statedAt occasion:launch-party }
}
