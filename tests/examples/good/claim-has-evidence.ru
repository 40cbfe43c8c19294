# A claim from a broadcast of which there is no text needs no passage.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX facility: <https://w3id.org/moonpact/id/facility/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH harbour-radio-talk:spaceport { facility:sample-spaceport pact:builder organisation:sample-rockets }
  GRAPH graph:claims {
    harbour-radio-talk:spaceport a pact:Claim ; pact:source source:harbour-radio-talk ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:asserts ; pact:holdsFrom "2024-04"^^edtf:EDTF
  }
}
