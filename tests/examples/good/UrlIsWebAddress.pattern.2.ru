# The official site of a company has a port.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:entities {
  organisation:sample-rockets schema:url <http://rockets.example:8080/home?page=1#top> .
} }
