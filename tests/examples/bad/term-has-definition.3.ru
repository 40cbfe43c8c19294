# A class of ours has a German definition only.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Contribution skos:definition "What one party gives, or undertakes to give, to an undertaking."@en .
} } ;
INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:Contribution skos:definition "Was eine Partei beiträgt."@de .
} }
