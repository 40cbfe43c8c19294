# A roadmap may be described as a source, and cited.
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX instrument: <https://w3id.org/moonpact/id/instrument/>
PREFIX lunar-test-roadmap: <https://w3id.org/moonpact/claim/lunar-test-roadmap/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA {
  GRAPH lunar-test-roadmap:sampleland-joined { accession:sampleland-lunar-test pact:stage pact:signature }
  GRAPH graph:claims {
    lunar-test-roadmap:sampleland-joined a pact:Claim ; pact:source instrument:lunar-test-roadmap ;
      pact:speaker organisation:harbour-radio ; pact:stance pact:asserts ; pact:holdsFrom "2024-03"^^edtf:EDTF .
    instrument:lunar-test-roadmap a pact:Source ; dcterms:publisher organisation:harbour-radio ;
      dcterms:issued "2024-04"^^edtf:EDTF ; pact:knownBy "The roadmap prints its month." ; pact:reliability pact:officialBody
  }
}
