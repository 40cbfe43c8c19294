# Two states are one item of Wikidata.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  country:examplia skos:exactMatch <http://www.wikidata.org/entity/Q9> .
} }
