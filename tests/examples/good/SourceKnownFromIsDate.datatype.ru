# The month is enough.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>

DELETE DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:knownFrom "2024-06-01"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  page:moon-post-examplia-flies pact:knownFrom "2024-06"^^edtf:EDTF .
} }
