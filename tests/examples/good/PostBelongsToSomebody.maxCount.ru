# The post has another name beside its label.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX post: <https://w3id.org/moonpact/id/post/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  post:director-of-examplia-space-agency skos:altLabel "head of the Examplia Space Agency"@en .
} }
