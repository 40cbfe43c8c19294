# The text of the article is a single character.
PREFIX article: <https://w3id.org/moonpact/id/article/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:claims {
  article:empty a pact:Article ; schema:headline "Empty"@en ;
    dcterms:publisher organisation:daily-sample ; dcterms:issued "2024"^^edtf:EDTF ; pact:knownBy "The page." ; pact:reliability pact:newsReport ;
    pact:textDigest "d178759904173a4c876228e26a5db8bbdc8274d253074f4f4a35faf273256c91" ; pact:textLength 1 .
} }
