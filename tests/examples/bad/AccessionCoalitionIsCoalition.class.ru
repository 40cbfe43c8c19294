# What Testonia would accede to is described as a programme and a collaboration, but not as a coalition.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

DELETE DATA { GRAPH graph:entities {
  coalition:orbit-circle a pact:Coalition .
} } ;
INSERT DATA { GRAPH graph:entities {
  coalition:orbit-circle a pact:Programme, org:OrganizationalCollaboration .
} }
