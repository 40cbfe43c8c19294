# A party is named beside the claims.
PREFIX agreement: <https://w3id.org/moonpact/id/agreement/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>

INSERT DATA { GRAPH graph:claims {
  agreement:examplia-memorandum pact:party organisation:sample-rockets .
} }
