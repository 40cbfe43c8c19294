# What the speaker both plans and hopes takes two claims.
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX mission: <https://w3id.org/moonpact/id/mission/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX place: <https://w3id.org/moonpact/id/place/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH harbour-radio-talk:pathfinder-hoped { mission:pathfinder pact:target place:moon }
  GRAPH graph:claims {
    harbour-radio-talk:pathfinder-hoped a pact:Claim ; pact:source source:harbour-radio-talk ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:hopes ; pact:holdsFrom "2024-04"^^edtf:EDTF
  }
}
