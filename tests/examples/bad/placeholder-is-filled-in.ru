# How the date of the article is known was never filled in.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE { GRAPH graph:claims { article:first-steps pact:knownBy ?reason } }
INSERT { GRAPH graph:claims { article:first-steps pact:knownBy "FILL-IN" } }
WHERE { GRAPH graph:claims { article:first-steps pact:knownBy ?reason } }
