# A class of another vocabulary needs no definition of ours.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  schema:Organization a owl:Class ; rdfs:label "organization"@en ; rdfs:isDefinedBy <https://schema.org/> .
} }
