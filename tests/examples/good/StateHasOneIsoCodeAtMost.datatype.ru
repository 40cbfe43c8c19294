# The code is a string.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { GRAPH graph:entities {
  country:testonia pact:iso3166 "XC"^^xsd:string .
} }
