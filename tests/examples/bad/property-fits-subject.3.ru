# A person cites a rule, as only facts and disagreements do.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX person: <https://w3id.org/moonpact/id/person/>

INSERT DATA { GRAPH first-steps:examplia-joined {
  person:sam-sample pact:citesRule organisation:daily-sample .
} }
