# The reason speaks of filling in, in other letters.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE { GRAPH graph:claims { article:first-steps pact:knownBy ?reason } }
INSERT { GRAPH graph:claims { article:first-steps pact:knownBy "The form to fill-in bears the day." } }
WHERE { GRAPH graph:claims { article:first-steps pact:knownBy ?reason } }
