# A plan begins after the article.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:base-planned pact:holdsFrom "2024-05"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  first-steps:base-planned pact:holdsFrom "2024-06"^^edtf:EDTF .
} }
