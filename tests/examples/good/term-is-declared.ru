# A property of another vocabulary that the ontology declares may be used.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

INSERT DATA { GRAPH first-steps:spaceport-leased {
  organisation:examplia-academy org:subOrganizationOf organisation:examplia-university .
} }
