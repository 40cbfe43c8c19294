# A claim speaks of its article.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX place: <https://w3id.org/moonpact/id/place/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH first-steps:coalition-is-young {
  article:first-steps schema:locationCreated place:moon .
} }
