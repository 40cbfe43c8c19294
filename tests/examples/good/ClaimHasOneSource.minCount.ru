# The one source may be a broadcast of which there is no text.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH harbour-radio-talk:visit { event:example-visit pact:concerns coalition:lunar-test }
  GRAPH graph:claims {
    harbour-radio-talk:visit a pact:Claim ; pact:source source:harbour-radio-talk ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:asserts ; pact:holdsFrom "2024-04"^^edtf:EDTF
  }
}
