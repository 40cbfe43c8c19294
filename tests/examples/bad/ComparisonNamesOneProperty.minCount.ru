# The ruling names no property.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX ruling: <https://w3id.org/moonpact/id/ruling/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH graph:rulings {
  ruling:two-members rdf:predicate schema:value .
} }
