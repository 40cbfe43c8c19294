# The page is known from two days.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>

INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:knownFrom "2024-07-01"^^edtf:EDTF .
} }
