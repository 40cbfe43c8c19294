# The time of the landing has no datatype.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:landing "203X"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:landing "203X" .
} }
