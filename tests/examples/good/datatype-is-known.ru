# A day may be a date of XML Schema where no rule asks for EDTF.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX source: <https://w3id.org/moonpact/id/source/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { GRAPH graph:dates {
  source:elsewhere dcterms:title "2024-05-06"^^xsd:date .
} }
