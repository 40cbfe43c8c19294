# A rule of derivation is declared as a plan only.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:deriveMembership a pact:Rule .
} } ;
INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:deriveMembership a prov:Plan .
} }
