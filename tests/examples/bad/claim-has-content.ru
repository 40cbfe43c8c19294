# The claim says nothing.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>

CLEAR GRAPH first-steps:examplia-leads
