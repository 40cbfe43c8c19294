#+ summary: What follows from the claims? Nothing yet.
#+ step: 1
INSERT { GRAPH <https://w3id.org/moonpact/graph/facts> { ?subject ?property ?value } }
WHERE { GRAPH <https://w3id.org/moonpact/graph/nowhere> { ?subject ?property ?value } }
