# The lease may end in about a year.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH first-steps:spaceport-leased {
  facility:sample-spaceport pact:leasedUntil "2050"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH first-steps:spaceport-leased {
  facility:sample-spaceport pact:leasedUntil "2050~"^^edtf:EDTF .
} }
