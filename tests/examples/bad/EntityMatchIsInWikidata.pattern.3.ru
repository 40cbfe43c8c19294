# A word stands behind the number of the item.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  country:testonia skos:exactMatch <http://www.wikidata.org/entity/Q405x> .
} }
