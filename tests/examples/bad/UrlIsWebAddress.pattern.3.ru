# A password stands before the host.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:entities {
  organisation:sample-rockets schema:url <https://me:secret@rockets.example/> .
} }
