# Only a claim says that the passage is part of the article.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

DELETE DATA { GRAPH graph:claims {
  passage:first-steps-61-94 dcterms:isPartOf article:first-steps .
} } ;
INSERT DATA { GRAPH first-steps:examplia-leads {
  passage:first-steps-61-94 dcterms:isPartOf article:first-steps .
} }
