# Only the month of the statement may be known.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:statedOn "2024-05"^^edtf:EDTF .
} }
