# The year may be uncertain and approximate.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  event:lunar-test-summit pact:date "2024%"^^edtf:EDTF .
} }
