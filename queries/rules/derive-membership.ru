#+ summary: Who belongs to which coalition, now that the accession has reached signature?
#+ step: 13
#+ rule: deriveMembership
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

INSERT {
  GRAPH graph:facts {
    ?party org:memberOf ?coalition .
    ?fact a pact:Fact ; rdf:subject ?party ; rdf:predicate org:memberOf ; rdf:object ?coalition ;
      pact:citesRule pact:deriveMembership ; pact:supportedBy ?claim
  }
}
WHERE {
  GRAPH graph:entities { ?accession pact:party ?party ; pact:coalition ?coalition }
  GRAPH graph:facts {
    ?stage a pact:Fact ; rdf:subject ?accession ; rdf:predicate pact:stage ; rdf:object pact:signature ;
      pact:supportedBy ?claim
  }
  BIND (IRI(CONCAT("https://w3id.org/moonpact/id/fact/",
    SUBSTR(SHA256(CONCAT(STR(?party), " ", STR(org:memberOf), " ", STR(?coalition))), 1, 16))) AS ?fact)
}
