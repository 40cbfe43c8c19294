# The evidence of the claim stands inside its braces, among what it says.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  first-steps:examplia-leads pact:evidence passage:first-steps-100-180 .
} } ;
INSERT DATA { GRAPH first-steps:examplia-leads {
  first-steps:examplia-leads pact:evidence passage:first-steps-100-180 .
} }
