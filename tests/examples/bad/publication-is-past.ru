# The talk is said to be broadcast in a far year.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  source:harbour-radio-talk dcterms:issued "2024-04"^^edtf:EDTF .
} } ;
INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk dcterms:issued "9024-04"^^edtf:EDTF .
} }
