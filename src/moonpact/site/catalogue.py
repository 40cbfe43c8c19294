"""What the dataset says of itself: VoID and DCAT 3, the stored questions for other tools, the page, the sitemap."""

import hashlib
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, parse, serialize

from moonpact import __version__, exports, names
from moonpact.descriptors import WHAT
from moonpact.dist import measured
from moonpact.questions import parameters, read_questions
from moonpact.site.head import DATASET, PUBLISHER, head
from moonpact.site.questions import QUESTION, tags
from moonpact.site.record import TYPE, Record
from moonpact.site.render import Page
from moonpact.tables import text

_V = names.VOCABULARIES
_A = NamedNode(TYPE)
VERSION = f"{DATASET}/{__version__}"
GRAPHS = {
    names.CLAIMS_GRAPH: "What is said of claims: source, speaker, stance, time, passages. Its content is a graph.",
    names.FACTS_GRAPH: "What the claims support, derived by declared rules, with the claims for and against.",
    names.DISAGREEMENTS_GRAPH: "Where claims do not say the same, and what settles it.",
    names.VOICES_GRAPH: "Whose voice each source is, and what it weighs.",
    names.KINDS_GRAPH: "The wider kinds of each entity.",
    names.RULINGS_GRAPH: "Comparisons and rulings by the editors, with their reasons.",
    names.ENTITIES_GRAPH: "Who and what claims speak of: kinds, names, codes.",
    names.DATES_GRAPH: "The first and last day that each date allows.",
    names.ONTOLOGY_GRAPH: "The ontology.",
}


def _term(name: str) -> NamedNode:
    return NamedNode(names.expand(name))


def _number(value: int) -> Literal:
    return Literal(value)


def dataset(record: Record, dumps: dict[str, bytes], issued: date) -> set[Triple]:
    """Return the description of the dataset: what `dist/dataset.ttl` says, its partitions, linksets and versions."""
    store = record.store
    files = {name: measured(dumps[name]) for name in dumps if name in WHAT or name.startswith("answers/")}
    written = exports.description(exports.census(store), files, issued)
    found = {quad.triple for quad in parse(input=written, format=RdfFormat.TURTLE)}
    node, version = NamedNode(DATASET), NamedNode(VERSION)
    distributions = {t.object for t in found if t.predicate == _term("dcat:distribution")}
    found |= {
        Triple(node, _term("dcat:hasCurrentVersion"), version),
        Triple(node, _term("dcat:hasVersion"), version),
        Triple(node, _term("dcat:landingPage"), NamedNode(names.BASE)),
        Triple(node, _term("dcterms:identifier"), Literal(DATASET)),
        Triple(node, _term("dcterms:creator"), Literal("Founders of Moonpact")),
        Triple(node, _term("dcterms:issued"), Literal(issued.isoformat(), datatype=_term("xsd:date"))),
        Triple(node, _term("dcterms:accessRights"), NamedNode("http://publications.europa.eu/resource/authority/access-right/PUBLIC")),
        Triple(node, _term("dcterms:conformsTo"), NamedNode(names.ONTOLOGY_GRAPH)),
        Triple(node, _term("dcterms:source"), NamedNode(names.REPOSITORY)),
        Triple(node, _term("void:dataDump"), NamedNode(f"{names.BASE}dist/moonpact.nq")),
        Triple(node, _term("void:rootResource"), NamedNode(f"{names.ID}coalition/ilrs")),
        Triple(version, _A, _term("dcat:Dataset")),
        Triple(version, _term("dcat:isVersionOf"), node),
        Triple(version, _term("dcat:version"), Literal(__version__)),
        Triple(version, _term("dcterms:title"), Literal(f"Moonpact {__version__}", language="en")),
        Triple(version, _term("dcterms:license"), NamedNode(names.LICENCE)),
        Triple(version, _term("dcterms:issued"), Literal(issued.isoformat(), datatype=_term("xsd:date"))),
        *(Triple(version, _term("dcat:distribution"), d) for d in distributions),
        *(Triple(node, _term("prov:wasDerivedFrom"), NamedNode(iri)) for iri in record.sources),
    }  # fmt: skip
    for distribution in distributions:
        found.add(Triple(distribution, _term("dcat:downloadURL"), distribution))
    return found | _partitions(store) | _linksets(store)


def _partitions(store: Store) -> set[Triple]:
    """Return the parts of the dataset by named graph, class and property, with their sizes."""
    node = NamedNode(DATASET)
    graphs: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    subjects, objects = set(), set()
    for quad in store:
        graph = text(quad.graph_name)
        graphs[graph if not graph.startswith(names.CLAIM) else names.CLAIM] += 1
        properties[quad.predicate.value] += 1
        objects.add(quad.object)
        subjects.add(quad.subject)
        if quad.predicate == _A:
            classes[text(quad.object)] += 1
    found = {
        Triple(node, _term("void:distinctObjects"), _number(len(objects))),
        Triple(node, _term("void:properties"), _number(len(properties))),
        Triple(node, _term("void:classes"), _number(len(classes))),
    }
    for graph in GRAPHS:
        part = NamedNode(graph)
        found |= {
            Triple(node, _term("void:subset"), part),
            Triple(part, _A, _term("void:Dataset")),
            Triple(part, _term("void:triples"), _number(graphs[graph])),
        }
    for counts, link, property_, size in (
        (classes, "void:classPartition", "void:class", "void:entities"),
        (properties, "void:propertyPartition", "void:property", "void:triples"),
    ):
        for iri, count in counts.items():
            part = NamedNode(f"{DATASET}#{property_.partition(':')[2]}-{_slug(iri)}")
            found |= {
                Triple(node, _term(link), part),
                Triple(part, _A, _term("void:Dataset")),
                Triple(part, _term(property_), NamedNode(iri)),
                Triple(part, _term(size), _number(count)),
            }
    return found


def _slug(iri: str) -> str:
    short = names.shorten(iri)
    return short.replace(":", "-") if short != iri else hashlib.sha256(iri.encode()).hexdigest()[:16]


def _linksets(store: Store) -> set[Triple]:
    """Return a linkset for each other site to which entities link, by property."""
    counts: Counter[tuple[str, str]] = Counter()
    for quad in store.quads_for_pattern(None, None, None, NamedNode(names.ENTITIES_GRAPH)):
        value = quad.object
        if isinstance(value, NamedNode) and quad.predicate != _A and not value.value.startswith(names.BASE):
            host = urlsplit(value.value).netloc
            if host and value.value.startswith("http"):
                counts[f"{urlsplit(value.value).scheme}://{quote(host)}/", quad.predicate.value] += 1
    found: set[Triple] = set()
    for (target, predicate), count in counts.items():
        linkset = NamedNode(f"{DATASET}#links-{_slug(predicate)}-{hashlib.sha256(target.encode()).hexdigest()[:8]}")
        found |= {
            Triple(linkset, _A, _term("void:Linkset")),
            Triple(NamedNode(DATASET), _term("void:subset"), linkset),
            Triple(linkset, _term("void:subjectsTarget"), NamedNode(DATASET)),
            Triple(linkset, _term("void:objectsTarget"), NamedNode(target)),
            Triple(linkset, _term("void:linkPredicate"), NamedNode(predicate)),
            Triple(linkset, _term("void:triples"), _number(count)),
        }
    return found


def question_descriptions(root: Path) -> dict[str, set[Triple]]:
    """Return each stored question as a SHACL executable, as the tools of the SIB read them, by its path."""
    found: dict[str, set[Triple]] = {}
    for name, question in read_questions(root).items():
        node = NamedNode(QUESTION + name)
        found[f"question/{name}"] = {
            Triple(node, _A, _term("sh:SPARQLExecutable")),
            Triple(node, _A, _term("sh:SPARQLSelectExecutable")),
            Triple(node, _term("sh:select"), Literal(question.text)),
            Triple(node, _term("sh:prefixes"), NamedNode(f"{DATASET}#prefixes")),
            Triple(node, _term("schema:target"), NamedNode(f"{names.BASE}sparql")),
            Triple(node, _term("rdfs:comment"), Literal(question.summary, language="en")),
            Triple(node, _term("rdfs:label"), Literal(name)),
            *(Triple(node, _term("schema:keywords"), Literal(tag)) for tag in tags(question)),
            *(
                Triple(node, _term("dcterms:description"), Literal(str(question.header["description"]), language="en"))
                for _ in [0]
                if question.header.get("description")
            ),
            *(Triple(node, _term("schema:variableMeasured"), Literal(p)) for p in parameters(question)),
        }
    return found


def examples(root: Path) -> bytes:
    """Return all questions with the declarations of their prefixes, as one Turtle file."""
    found = set().union(*question_descriptions(root).values()) | prefix_declarations()
    return exports.turtle_of(found, {k: v for k, v in _V.items() if k in {"sh", "schema", "rdfs", "dcterms", "xsd"}})


def prefix_declarations() -> set[Triple]:
    """Return the project's prefixes as SHACL declares them."""
    node = NamedNode(f"{DATASET}#prefixes")
    found = set()
    for prefix, iri in _V.items():
        declared = NamedNode(f"{DATASET}#prefix-{prefix}")
        found |= {
            Triple(node, _term("sh:declare"), declared),
            Triple(declared, _term("sh:prefix"), Literal(prefix)),
            Triple(declared, _term("sh:namespace"), Literal(iri, datatype=_term("xsd:anyURI"))),
        }
    return found


def dataset_page(record: Record, path: str, dumps: dict[str, bytes], issued: date, scripts: frozenset[str]) -> bytes:
    """Return the page of the dataset: what there is, in which graphs, and the downloads with their checksums."""
    page = Page(record, f"{path}.html", scripts=scripts)
    downloads = [
        {
            "path": f"dist/{name}",
            "what": what,
            "size": len(dumps[name]),
            "digest": hashlib.sha256(dumps[name]).hexdigest(),
            "media": exports.media_type(name),
        }
        for name, what in WHAT.items()
    ]
    sizes: dict[str, int] = defaultdict(int)
    for quad in record.store:
        sizes[text(quad.graph_name)] += 1
    about = "Claims on who goes to the Moon with whom, the facts that they support, and what they dispute."
    block: dict[str, object] = {
        "@type": "Dataset", "@id": DATASET, "name": "Moonpact", "description": about, "url": names.BASE,
        "identifier": DATASET, "license": names.LICENCE, "version": __version__, "dateModified": issued.isoformat(),
        "isAccessibleForFree": True, "creator": PUBLISHER, "publisher": PUBLISHER,
        "keywords": ["ILRS", "Artemis Accords", "space policy", "Moon", "knowledge graph"],
        "conditionsOfAccess": "open access", "inLanguage": "en",
        "isBasedOn": [{"@type": "CreativeWork", "@id": iri, "name": s.label} for iri, s in record.sources.items()],
        "distribution": [
            {
                "@type": "DataDownload", "name": d["path"], "contentUrl": f"{names.BASE}{d['path']}",
                "encodingFormat": d["media"], "contentSize": f"{d['size']} B", "sha256": d["digest"],
            }
            for d in downloads
        ],
    }  # fmt: skip
    values = head(page.root, "The dataset", about, names.BASE + path, block, path)
    items = [("item", f"{page.root}{d['path']}", d["media"]) for d in downloads]
    values["signposts"] = [*values["signposts"], *items]  # type: ignore[misc]
    numbers = (
        ("quads", len(record.store)), ("claims", len(record.claims)), ("facts", len(record.facts)),
        ("disagreements", len(record.disagreements)),
        ("open disputes", sum(d.open for d in record.disagreements.values())),
        ("sources", len(record.sources)), ("entities", len(record.entities)),
        ("stored questions", len(record.questions)),
    )  # fmt: skip
    return page.render(
        "dataset.html", issued=issued.isoformat(), numbers=numbers, downloads=downloads,
        graphs=[(iri, what, sizes[iri]) for iri, what in GRAPHS.items()],
        citation=f"Founders of Moonpact. Moonpact, version {__version__}. {DATASET}", **values,
    )  # fmt: skip


def rdf_xml(triples: set[Triple]) -> bytes:
    """Return triples as RDF/XML, in sorted order."""
    return serialize(sorted(triples, key=str), format=RdfFormat.RDF_XML, prefixes=_V) or b""


def sitemap(made: dict[str, bytes], address: str) -> bytes:
    """Return the sitemap of all pages, by the address where they are served."""
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    ET.register_namespace("", space)
    pages = ET.Element(f"{{{space}}}urlset")
    for path in sorted(made):
        if path.endswith(".html") and path != "404.html":
            place = ET.SubElement(ET.SubElement(pages, f"{{{space}}}url"), f"{{{space}}}loc")
            place.text = address.rstrip("/") + "/" + quote(path)
    return bytes(ET.tostring(pages, encoding="utf-8", xml_declaration=True)) + b"\n"
