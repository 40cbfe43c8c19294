# A company is a member of a group that people speak of, which is no organisation.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX group: <https://w3id.org/moonpact/id/group/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>

INSERT DATA { GRAPH first-steps:example-calls-for-base {
  organisation:sample-rockets org:memberOf group:moon-nations .
} }
