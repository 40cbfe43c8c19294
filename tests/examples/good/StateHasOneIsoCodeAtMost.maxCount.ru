# A state need not have a code.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  country:examplia pact:iso3166 "XA" .
} }
