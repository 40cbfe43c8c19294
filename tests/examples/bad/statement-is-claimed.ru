# A membership stands among the entities, so that nobody claims it.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

INSERT DATA { GRAPH graph:entities {
  organisation:sample-rockets org:memberOf coalition:orbit-circle .
} }
