# Authorship and publication rest on furniture.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX first-steps: <https://w3id.org/moonpact/claim/first-steps/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX passage: <https://w3id.org/moonpact/id/passage/>
PREFIX person: <https://w3id.org/moonpact/id/person/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
  GRAPH first-steps:author {
    article:first-steps dcterms:creator person:ada-example ;
      dcterms:issued "2024-05-03"^^edtf:EDTF ;
      dcterms:modified "2024-05-03"^^edtf:EDTF ;
      dcterms:publisher organisation:daily-sample ;
      schema:editor person:sam-sample .
  }
  GRAPH graph:claims {
    first-steps:author a pact:Claim ;
      pact:source article:first-steps ;
      pact:speaker organisation:daily-sample ;
      pact:stance pact:asserts ;
      pact:holdsFrom "2024-05-03"^^edtf:EDTF ;
      pact:evidence passage:first-steps-184-190 .
    passage:first-steps-184-190 a pact:Passage ;
      dcterms:isPartOf article:first-steps ;
      oa:start 184 ;
      oa:end 190 ;
      pact:firstWords "By Ada" ;
      pact:textDigest "0817f30bf1c04f61b5b2fefa2b6772f78028c9da50529061afe974d10401fd3e" .
  }
}
