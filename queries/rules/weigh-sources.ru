#+ summary: Whose voice is each source, and what does it weigh?
#+ description: The voice is the originator of a text that the source repeats, or else the publisher; all sources of one voice are one. A source without a public address of its own weighs nothing, an official body, itself or in a reprint, weighs more than all others together.
#+ step: 2
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT { GRAPH graph:voices { ?source pact:voice ?voice ; pact:weight ?weight } }
WHERE {
  GRAPH graph:claims { ?source dcterms:publisher ?publisher }
  OPTIONAL { GRAPH graph:claims { ?source pact:originator ?originator } }
  OPTIONAL { GRAPH graph:claims { ?source pact:reliability ?reliability } }
  OPTIONAL {
    GRAPH graph:claims { ?source pact:reliability pact:reprint }
    GRAPH graph:entities { ?originator a ?office }
    FILTER (?office IN (pact:SpaceAgency, pact:GovernmentOffice, pact:Ministry, pact:IntergovernmentalBody))
  }
  BIND (COALESCE(?originator, ?publisher) AS ?voice)
  BIND (COALESCE(IF(?reliability = pact:unverified, 0, ?unbound),
    IF(BOUND(?office) || ?reliability = pact:officialBody, 1000, ?unbound), 1) AS ?weight)
}
