# The code is in small letters.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  country:sampleland pact:iso3166 "XB" .
} } ;
INSERT DATA { GRAPH graph:entities {
  country:sampleland pact:iso3166 "xb" .
} }
