# One fact may be asserted and follow by another rule too, and then cites both.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH harbour-radio-talk:sampleland-is-member { country:sampleland org:memberOf coalition:lunar-test }
  GRAPH graph:claims {
    harbour-radio-talk:sampleland-is-member a pact:Claim ; pact:source source:harbour-radio-talk ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:asserts ; pact:holdsFrom "2024-04"^^edtf:EDTF
  }
}
