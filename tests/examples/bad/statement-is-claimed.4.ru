# An editor writes down a membership.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

INSERT DATA { GRAPH graph:rulings {
  organisation:sample-rockets org:memberOf coalition:orbit-circle .
} }
