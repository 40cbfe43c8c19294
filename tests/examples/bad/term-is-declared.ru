# The property is not declared; its name has a slip.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  facility:sample-spaceport pact:leaseUntil "2050"^^edtf:EDTF .
} }
