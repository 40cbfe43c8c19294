#+ summary: Of which wider kinds is each entity? A crewed mission is a mission, a memorandum an agreement and an instrument.
#+ step: 15
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT { GRAPH graph:kinds { ?entity a ?wider } }
WHERE {
  { SELECT DISTINCT ?kind WHERE { GRAPH graph:entities { ?any a ?kind } } }
  GRAPH <https://w3id.org/moonpact/ontology> { ?kind rdfs:subClassOf* ?wider }
  GRAPH graph:entities { ?entity a ?kind }
}
