# A name in a text is no reference; what stands elsewhere needs no description here.
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX harbour-radio-talk: <https://w3id.org/moonpact/claim/harbour-radio-talk/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH harbour-radio-talk:testonia-hopes {
  country:testonia skos:altLabel "https://w3id.org/moonpact/id/country/testonai" ; pact:uses <https://elsewhere.example/dust-counter> .
} }
