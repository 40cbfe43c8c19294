# The base may be due by the end of a year.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX milestone: <https://w3id.org/moonpact/id/milestone/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:base-planned {
  milestone:first-base pact:due "203X"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:base-planned {
  milestone:first-base pact:due "[..2039]"^^edtf:EDTF .
} }
