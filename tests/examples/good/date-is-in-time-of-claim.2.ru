# The mission flies on the last day for which the plan holds.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:date "202X"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:pathfinder-planned {
  mission:pathfinder pact:date "2029-12-31"^^edtf:EDTF .
} }
