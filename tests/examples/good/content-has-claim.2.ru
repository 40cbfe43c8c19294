# A claim may be withdrawn, its content and its description together.
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>

DELETE WHERE { GRAPH first-steps:examplia-leads { ?subject ?property ?value } } ;
DELETE WHERE { GRAPH graph:claims { first-steps:examplia-leads ?property ?value } }
