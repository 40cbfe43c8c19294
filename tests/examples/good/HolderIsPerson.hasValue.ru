# Who holds a post may be called an agent as well as a person.
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX person: <https://w3id.org/moonpact/id/person/>

INSERT DATA { GRAPH graph:entities {
  person:ada-example a foaf:Agent .
} }
