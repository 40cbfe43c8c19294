# A second page has an address of its own.
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX page: <https://w3id.org/moonpact/id/page/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH graph:claims {
  page:second a pact:WebPage ; schema:headline "Second"@en ; schema:url <https://moonpost.example/second> ;
    dcterms:publisher organisation:moon-post ; dcterms:issued "2024-04"^^edtf:EDTF ; pact:knownBy "The page gives the month." ; pact:reliability pact:digest .
} }
