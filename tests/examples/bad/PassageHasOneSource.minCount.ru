# The passage does not say of which source it is.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 dcterms:isPartOf article:first-steps .
} }
