# A quantity may be something else as well.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX quantity: <https://w3id.org/moonpact/id/quantity/>

INSERT DATA { GRAPH graph:entities {
  quantity:lunar-test-members a prov:Entity .
} }
