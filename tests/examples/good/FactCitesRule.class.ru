# A rule of derivation may be declared as a plan as well.
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>

INSERT DATA { GRAPH <https://w3id.org/moonpact/ontology> {
  pact:deriveMembership a prov:Plan .
} }
