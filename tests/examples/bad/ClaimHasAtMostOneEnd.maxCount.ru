# A second end was added instead of correcting the first.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:holdsTo "2024-06"^^edtf:EDTF .
} }
