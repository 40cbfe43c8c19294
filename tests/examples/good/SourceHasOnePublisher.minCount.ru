# The publisher need not be a media outlet.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX source: <https://w3id.org/moonpact/id/source/>

DELETE DATA { GRAPH graph:claims {
  source:harbour-radio-talk dcterms:publisher organisation:harbour-radio .
} } ;
INSERT DATA { GRAPH graph:claims {
  source:harbour-radio-talk dcterms:publisher organisation:examplia-space-agency .
} }
