# The bounds of a date stand among the claims.
PREFIX bounds: <https://w3id.org/moonpact/id/date/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  GRAPH graph:claims { bounds:may a pact:DateBounds }
  GRAPH graph:dates {
    bounds:may pact:edtf "2024-05"^^edtf:EDTF ; pact:earliest "2024-05-01"^^xsd:date ; pact:latest "2024-05-31"^^xsd:date
  }
}
