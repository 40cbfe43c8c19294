# The coalition of the accession may be a programme as well.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:entities {
  coalition:orbit-circle a pact:Programme .
} }
