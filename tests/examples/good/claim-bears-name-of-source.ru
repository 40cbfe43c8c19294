# A second claim of a broadcast bears the broadcast's name.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio-news: <https://w3id.org/moonpact/claim/harbour-radio-news/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX programme: <https://w3id.org/moonpact/id/programme/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

INSERT DATA {
  GRAPH harbour-radio-news:testonia-wavers { country:testonia pact:participatesIn programme:moon-ladder }
  GRAPH graph:claims {
    harbour-radio-news:testonia-wavers a pact:Claim ; pact:source source:harbour-radio-news ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:expects ; pact:holdsFrom "2024-03"^^edtf:EDTF
  }
}
