# A roadmap may be described as a source, and cited.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX harbour-radio: <https://w3id.org/moonpact/claim/harbour-radio/>
PREFIX instrument: <https://w3id.org/moonpact/id/instrument/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  harbour-radio:sampleland-joined pact:source source:harbour-radio-news .
} } ;
INSERT DATA { GRAPH graph:claims {
  harbour-radio:sampleland-joined pact:source instrument:lunar-test-roadmap .
  instrument:lunar-test-roadmap a pact:Source ; dcterms:publisher organisation:harbour-radio ;
    dcterms:issued "2023"^^edtf:EDTF ; pact:knownBy "The roadmap prints its year." ; pact:reliability pact:officialBody .
} }
