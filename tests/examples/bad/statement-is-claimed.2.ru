# A membership stands below a claim instead of in its braces.
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

INSERT DATA { GRAPH graph:claims {
  organisation:sample-rockets org:memberOf coalition:orbit-circle .
} }
