# The address is within that of a mirror.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH graph:entities {
  country:testonia skos:exactMatch <https://mirror.example/?of=http://www.wikidata.org/entity/Q405> .
} }
