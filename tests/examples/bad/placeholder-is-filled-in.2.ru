# The name of a country was never filled in, though everything else of it was.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  GRAPH graph:entities { country:FILL-IN a pact:State ; rdfs:label "Ruritania"@en }
  GRAPH first-steps:pathfinder-planned { country:FILL-IN pact:participatesIn programme:moon-ladder }
}
