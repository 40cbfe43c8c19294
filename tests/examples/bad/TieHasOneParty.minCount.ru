# The tie does not say whose.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX tie: <https://w3id.org/moonpact/id/tie/>

DELETE DATA { GRAPH graph:entities {
  tie:testonia-lunar-test pact:party country:testonia .
} }
