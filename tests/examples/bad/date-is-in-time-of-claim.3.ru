# The claim holds for one day, and its date is the next one.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:claims {
  first-steps:spaceport-leased pact:holdsFrom "2024-05"^^edtf:EDTF ; pact:holdsTo "2024-05"^^edtf:EDTF .
} } ;
INSERT DATA {
  GRAPH graph:claims {
    first-steps:spaceport-leased pact:holdsFrom "2024-05-02"^^edtf:EDTF ; pact:holdsTo "2024-05-02"^^edtf:EDTF .
  }
  GRAPH first-steps:spaceport-leased { event:lunar-test-summit pact:date "2024-05-03"^^edtf:EDTF }
}
