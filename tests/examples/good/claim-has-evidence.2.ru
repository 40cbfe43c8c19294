# What is no claim may have an article as its source, and no passage.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH graph:claims {
  source:elsewhere-too a prov:Entity ; pact:source article:first-steps .
} }
