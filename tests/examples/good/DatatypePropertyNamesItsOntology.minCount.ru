# A property with literal values of another vocabulary is taken in with its vocabulary.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  schema:isbn a owl:DatatypeProperty ; rdfs:label "ISBN"@en ; rdfs:isDefinedBy <https://schema.org/> .
} }
