# The role is a topic of the same name.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX topic: <https://w3id.org/moonpact/id/topic/>

INSERT DATA {
  GRAPH graph:entities { topic:founding-member a skos:Concept ; rdfs:label "founding member"@en }
  GRAPH first-steps:examplia-joined { accession:examplia-lunar-test pact:role topic:founding-member }
}
