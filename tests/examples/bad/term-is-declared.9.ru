# Data declares a class, which only the ontology may.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX spacecraft: <https://w3id.org/moonpact/id/spacecraft/>

INSERT DATA {
  GRAPH graph:dates { schema:Boat a owl:Class ; rdfs:label "boat"@en ; rdfs:isDefinedBy <https://schema.org/> }
  GRAPH graph:entities { spacecraft:lantern a schema:Boat }
}
