# The mission is dated to a decade after the plan ends.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:date "202X"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:date "203X"^^edtf:EDTF .
} }
