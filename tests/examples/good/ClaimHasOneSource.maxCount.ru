# Two broadcasts that say the same take two claims.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH harbour-radio-talk:sampleland-joined-again { accession:sampleland-lunar-test pact:stage pact:signature }
  GRAPH graph:claims {
    harbour-radio-talk:sampleland-joined-again a pact:Claim ; pact:source source:harbour-radio-talk ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:asserts ; pact:holdsFrom "2024-03"^^edtf:EDTF
  }
}
