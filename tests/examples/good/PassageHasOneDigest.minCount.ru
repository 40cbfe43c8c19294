# A text position selector that is no passage of ours needs no digest.
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>

INSERT DATA { GRAPH graph:claims {
  passage:elsewhere-0-9 a oa:TextPositionSelector ; oa:start 0 ; oa:end 9 .
} }
