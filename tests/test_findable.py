"""Machines find the published data: description, redirections, signposting, embedded metadata and what FAIR assessments ask for."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
import rdflib
from published import Parsed, parse_page, path_of, redirect
from pyoxigraph import NamedNode, RdfFormat, Store

from moonpact import __version__, names
from moonpact.site.publish import ADDRESS
from moonpact.tables import text

DCAT, VOID, SH = (names.VOCABULARIES[prefix] for prefix in ("dcat", "void", "sh"))


def test_the_description_counts_what_is_there(files: dict[str, bytes], graph: Store) -> None:
    about = Store()
    about.load(input=files[".well-known/void"], format=RdfFormat.TURTLE)
    assert files[".well-known/void"] == files["dataset.ttl"]
    dataset = NamedNode(f"{names.BASE}dataset")

    def one(subject: NamedNode, name: str) -> str:
        found = [text(q.object) for q in about.quads_for_pattern(subject, NamedNode(name), None)]
        assert len(found) == 1, (subject, name, found)
        return found[0]

    assert int(one(dataset, VOID + "triples")) == len(graph)
    assert int(one(dataset, VOID + "distinctSubjects")) == len({q.subject for q in graph})
    assert int(one(dataset, VOID + "distinctObjects")) == len({q.object for q in graph})
    parts = {"class": 0, "property": 0}
    for kind, counted in (("class", "entities"), ("property", "triples")):
        for quad in about.quads_for_pattern(dataset, NamedNode(f"{VOID}{kind}Partition"), None):
            assert isinstance(quad.object, NamedNode)
            iri = NamedNode(one(quad.object, VOID + kind))
            size = int(one(quad.object, VOID + counted))
            pattern = (NamedNode(names.RDF + "type"), iri) if kind == "class" else (iri, None)
            assert size == len(list(graph.quads_for_pattern(None, *pattern))), iri
            parts[kind] += 1
    assert parts["class"] == len({q.object for q in graph.quads_for_pattern(None, NamedNode(names.RDF + "type"), None)})
    assert parts["property"] == len({q.predicate for q in graph})
    subsets = {text(q.object) for q in about.quads_for_pattern(dataset, NamedNode(VOID + "subset"), None)}
    assert {names.FACTS_GRAPH, names.CLAIMS_GRAPH, names.ONTOLOGY_GRAPH} <= subsets
    for subset in (NamedNode(iri) for iri in subsets if iri.startswith(names.GRAPH)):
        size = len(list(graph.quads_for_pattern(None, None, None, subset)))
        assert int(one(subset, VOID + "triples")) == size
    links = {text(q.subject) for q in about.quads_for_pattern(None, NamedNode(VOID + "linkPredicate"), None)}
    external = [
        q for q in graph.quads_for_pattern(None, None, None, NamedNode(names.ENTITIES_GRAPH))
        if isinstance(q.object, NamedNode) and not q.object.value.startswith(names.BASE) and not q.predicate.value.endswith("#type")
    ]  # fmt: skip
    assert sum(int(one(NamedNode(link), VOID + "triples")) for link in links) == len(external)
    version = NamedNode(one(dataset, DCAT + "hasCurrentVersion"))
    assert one(version, DCAT + "version") == one(dataset, DCAT + "version") == __version__
    assert one(version, DCAT + "isVersionOf") == dataset.value


def test_every_distribution_is_published_with_its_size_and_checksum(files: dict[str, bytes]) -> None:
    about = rdflib.Graph().parse(data=files["dataset.ttl"], format="turtle")
    rows = list(about.query(
        """PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX spdx: <http://spdx.org/rdf/terms#>
        SELECT ?file ?size ?digest WHERE { <https://w3id.org/moonpact/dataset> dcat:distribution ?file .
          ?file dcat:byteSize ?size ; spdx:checksum/spdx:checksumValue ?digest ; dcat:downloadURL ?file }"""
    ))  # fmt: skip
    dumps = {path for path in files if path.startswith("dist/") and not path.endswith("SHA256SUMS")}
    told = {path_of(str(row[0])): (str(row[1]), str(row[2])) for row in rows if isinstance(row, tuple)}
    sizes = {path: (str(len(files[path])), hashlib.sha256(files[path]).hexdigest()) for path in dumps}
    assert told == sizes


def test_stored_questions_stand_where_other_tools_look(files: dict[str, bytes], root: Path) -> None:
    found = rdflib.Graph().parse(data=files[".well-known/sparql-examples"], format="turtle")
    sh = rdflib.Namespace(SH)
    listed = dict(found.subject_objects(sh.select))
    assert {str(iri) for iri in listed} == {f"{names.BASE}question/{p.stem}" for p in (root / "queries").glob("*.rq")}
    declared = {
        str(found.value(node, sh.prefix)): str(found.value(node, sh.namespace))
        for node in found.objects(None, sh.declare)
    }
    assert declared == names.VOCABULARIES
    schema = rdflib.Namespace("https://schema.org/")
    for iri, query in listed.items():
        assert str(query) == (root / "queries" / f"{str(iri).rpartition('/')[2]}.rq").read_text(encoding="utf-8")
        for needed in (rdflib.RDFS.comment, schema.target, schema.keywords, sh.prefixes):
            assert found.value(iri, needed), (iri, needed)
        assert {sh.SPARQLExecutable, sh.SPARQLSelectExecutable} <= set(found.objects(iri, rdflib.RDF.type))


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


RDFLIB = "text/turtle, application/n-triples;q=0.9, application/ld+json;q=0.8, */*;q=0.1"


@pytest.mark.parametrize(
    ("path", "accept", "target"),
    [
        ("", BROWSER, ""),
        ("id/country/peru", BROWSER, "id/country/peru.html"),
        ("id/country/peru", "*/*", "id/country/peru.html"),
        ("id/country/peru", "", "id/country/peru.html"),
        ("id/country/peru", "text/turtle", "id/country/peru.ttl"),
        ("id/country/peru", "text/turtle, text/html;q=0.1", "id/country/peru.ttl"),
        ("id/country/peru", "text/html, text/turtle;q=0.5", "id/country/peru.html"),
        ("id/country/peru", RDFLIB, "id/country/peru.ttl"),
        ("id/country/peru", "application/ld+json", "id/country/peru.jsonld"),
        ("id/country/peru", "application/n-triples", "id/country/peru.nt"),
        ("id/country/peru.jsonld", BROWSER, "id/country/peru.jsonld"),
        ("id/date/[..2030]", "text/turtle", "id/date/[..2030].ttl"),
        ("claim/belarus-joins/belarus-joined", "application/trig", "claim/belarus-joins/belarus-joined.trig"),
        ("ontology", BROWSER, "ontology.html"),
        ("ontology", "application/rdf+xml", "ontology.rdf"),
        ("ontology", "text/turtle", "ontology.ttl"),
        ("ontology/0.1.0", "application/rdf+xml", "ontology/0.1.0.rdf"),
        ("dataset", "application/ld+json", "dataset.jsonld"),
        ("graph/facts", "text/turtle", "graph/facts.ttl"),
        ("question/who-joined", BROWSER, "question/who-joined.html"),
        ("dist/moonpact.nq", "*/*", "dist/moonpact.nq"),
        (".well-known/void", "*/*", ".well-known/void"),
        ("changes.atom", "*/*", "changes.atom"),
        ("sparql", BROWSER, "sparql/"),
    ],
)  # fmt: skip
def test_redirections(files: dict[str, bytes], path: str, accept: str, target: str) -> None:
    assert redirect(files["w3id/htaccess.txt"].decode(), path, accept) == (303, ADDRESS + target)
    assert (target or "index.html") in files or f"{target}index.html" in files


def test_every_iri_is_redirected_to_a_file_that_exists(files: dict[str, bytes], graph: Store) -> None:
    rules = files["w3id/htaccess.txt"].decode()
    terms = {t.value for q in graph for t in (q.subject, q.object, q.graph_name) if isinstance(t, NamedNode)}
    for iri in sorted(t for t in terms if t.startswith(names.BASE)):
        for accept, suffix in (
            (BROWSER, "html"),
            ("text/turtle", "ttl"),
            ("application/ld+json", "jsonld"),
            ("application/n-triples", "nt"),
        ):
            found = redirect(rules, path_of(iri), accept)
            assert found == (303, f"{ADDRESS}{path_of(iri)}.{suffix}"), (iri, accept)
            assert found[1].removeprefix(ADDRESS) in files
    assert redirect(rules, "nothing/here", BROWSER) is None


def links_of(page: Parsed, rel: str) -> list[dict[str, str]]:
    return [e.attributes for e in page.elements if e.tag == "link" and rel in e.attributes.get("rel", "").split()]


def test_signposting(files: dict[str, bytes]) -> None:
    kinds = ("id/", "claim/", "graph/", "question/", "dataset.html", "ontology.html")
    paths = [path for path in files if path.endswith(".html") and path.startswith(kinds)]
    assert len(paths) > 2000
    # all are written by one template: every seventh is read
    for path in [*paths[::7], "dataset.html", "ontology.html"]:
        page = parse_page(files[path])
        document = path.removesuffix(".html")
        assert [unquote(x["href"]) for x in links_of(page, "cite-as")] == [names.BASE + document] or path.startswith(
            "id/date/"
        ), path
        described = {x["type"]: x["href"] for x in links_of(page, "describedby")}
        assert {"text/turtle", "application/ld+json", "application/n-triples"} <= set(described), path
        for href in described.values():
            assert f"{document.rpartition('/')[0]}/{unquote(href)}".lstrip("/") in files, path
        assert links_of(page, "license")[0]["href"] == "https://creativecommons.org/licenses/by/4.0/"
        assert links_of(page, "author"), path
        assert all(x["href"].startswith("https://schema.org/") for x in links_of(page, "type")), path
        assert links_of(page, "type"), path
    items = [x["href"] for x in links_of(parse_page(files["dataset.html"]), "item")]
    assert {unquote(href).removeprefix("./") for href in items} >= {"dist/moonpact.nq", "dist/moonpact.trig"}


def embedded(page: Parsed) -> dict[str, object]:
    found = [
        json.loads(e.text)
        for e in page.elements
        if e.tag == "script" and e.attributes.get("type") == "application/ld+json"
    ]
    assert len(found) == 1
    return dict(found[0])


def test_pages_embed_what_they_describe(files: dict[str, bytes], graph: Store) -> None:
    for path, kind in (
        ("id/country/turkiye", "Country"), ("id/person/wu-weiren", "Person"), ("id/article/belarus-joins", "NewsArticle"),
        ("claim/belarus-joins/belarus-joined", "Claim"), ("id/organisation/spacenews", "Organization"), ("dataset", "Dataset"),
        ("ontology", "DefinedTermSet"),
    ):  # fmt: skip
        block = embedded(parse_page(files[f"{path}.html"]))
        assert (block["@type"], block["@id"], block["@context"]) == (kind, names.BASE + path, "https://schema.org")
        assert block.get("name") or block.get("headline")
    assert len(graph)


# What FOOPS! and F-UJI ask that needs the public address, and so cannot be judged here
NEEDS_THE_PUBLIC_ADDRESS = {
    "FOOPS FIND2": "the prefix is registered at prefix.cc or LOV",
    "FOOPS FIND3": "the ontology is found in a registry",
    "FOOPS URI1": "the IRI resolves (the redirections are interpreted here, not served)",
    "FOOPS VER2": "the version IRI resolves (as above)",
    "FOOPS HTTP1": "the IRI answers over an open protocol",
    "FOOPS OM4.2": "the licence's address resolves",
    "F-UJI A1-02MD": "metadata and data are retrieved by their IRIs",
    "F-UJI A1.1": "the protocol is a standard one (https, by the IRI's scheme)",
    "F-UJI F1-02MD (resolving)": "the persistent IRI resolves",
}


def test_f_uji_criteria_that_can_be_judged_without_a_network(files: dict[str, bytes]) -> None:
    page = parse_page(files["dataset.html"])
    block = embedded(page)
    about = rdflib.Graph().parse(data=files["dataset.ttl"], format="turtle")
    node = rdflib.URIRef(f"{names.BASE}dataset")
    dcterms, dcat = rdflib.DCTERMS, rdflib.DCAT
    # F1: a globally unique, persistent identifier
    assert str(block["identifier"]).startswith("https://w3id.org/")
    assert links_of(page, "cite-as")
    # F2: descriptive core metadata, in the page and as RDF
    assert {"creator", "name", "identifier", "publisher", "dateModified", "description", "keywords", "@type"} <= set(
        block
    )
    for needed in (
        dcterms.creator,
        dcterms.title,
        dcterms.identifier,
        dcterms.publisher,
        dcterms.issued,
        dcterms.description,
        dcat.keyword,
    ):
        assert about.value(node, needed), needed
    # F3: metadata names the data; R1: type, size and format of each file
    downloads = block["distribution"]
    assert isinstance(downloads, list)
    for file in downloads:
        assert path_of(file["contentUrl"]) in files
        assert file["encodingFormat"]
        assert file["contentSize"] == f"{len(files[path_of(file['contentUrl'])])} B"
    # F4: embedded schema.org; I1: also DCAT, by typed link
    assert block["@context"] == "https://schema.org"
    assert {x["type"] for x in links_of(page, "describedby")} >= {"text/turtle", "application/ld+json"}
    # A1: access level; R1.1: licence
    assert block["isAccessibleForFree"] is True
    assert about.value(node, dcterms.accessRights)
    assert str(about.value(node, dcterms.license)) == block["license"]
    # I2: registered vocabularies; I3: links to related resources; R1.2: provenance
    assert about.value(node, rdflib.VOID.vocabulary)
    assert about.value(node, rdflib.PROV.wasDerivedFrom)
    assert block["isBasedOn"]
    assert NEEDS_THE_PUBLIC_ADDRESS


def test_foops_criteria_that_concern_publication(files: dict[str, bytes]) -> None:
    ontology = rdflib.Graph().parse(data=files["ontology.ttl"], format="turtle")
    iri = rdflib.URIRef(names.ONTOLOGY_GRAPH)
    # PURL1, URI2: a persistent IRI that is the ontology's identifier
    assert (iri, rdflib.RDF.type, rdflib.OWL.Ontology) in ontology
    # RDF1, DOC1, CN1: RDF and HTML, negotiated
    assert len(rdflib.Graph().parse(data=files["ontology.rdf"], format="xml")) == len(ontology)
    assert redirect(files["w3id/htaccess.txt"].decode(), "ontology", "application/rdf+xml") == (
        303,
        f"{ADDRESS}ontology.rdf",
    )
    # VER1, and what VER2 would fetch
    version = str(ontology.value(iri, rdflib.OWL.versionIRI))
    assert files[f"{path_of(version)}.ttl"] == files["ontology.ttl"]
    # every term of ours is documented under its anchor, with label and definition
    page = parse_page(files["ontology.html"])
    anchors = {e.attributes.get("id") for e in page.elements}
    terms = {str(s) for s in ontology.subjects() if str(s).startswith(names.PACT)}
    assert len(terms) > 150
    assert [term for term in terms if term.removeprefix(names.PACT) not in anchors] == []
    definitions = ontology.objects(None, rdflib.SKOS.definition)
    assert [d for d in definitions if " ".join(str(d).split()) not in " ".join(page.words.split())] == []


def test_the_sitemap_lists_every_page(files: dict[str, bytes]) -> None:
    listed = set(re.findall(r"<loc>([^<]*)</loc>", files["sitemap.xml"].decode()))
    assert listed == {ADDRESS + quote(path) for path in files if path.endswith(".html") and path != "404.html"}
