# The description of the claim stands inside its braces, among what it says.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX event: <https://w3id.org/moonpact/id/event/>
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA { GRAPH harbour-radio:visit {
  event:example-visit pact:concerns coalition:lunar-test .
  harbour-radio:visit a pact:Claim ; pact:source source:harbour-radio-talk ;
    pact:speaker organisation:harbour-radio ; pact:stance pact:asserts ; pact:holdsFrom "2024-04"^^edtf:EDTF .
} }
