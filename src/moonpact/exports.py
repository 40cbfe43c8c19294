"""The graph to files: N-Quads, TriG, Turtle, JSON-LD, CSV and the dataset's description."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from moonpact import __version__, names
from moonpact.questions import Answer, Cell, run
from moonpact.tables import text

CLAIM_COLUMNS = (
    "claim", "source", "text_sha256", "start", "end", "subject", "predicate", "object",
    "stance", "said_by", "holds_from", "holds_to",
)  # fmt: skip
FACT_COLUMNS = ("fact", "subject", "predicate", "object", "rule", "supported_by", "opposed_by")

_MEDIA = {
    "nq": "application/n-quads", "trig": "application/trig", "ttl": "text/turtle",
    "jsonld": "application/ld+json", "csv": "text/csv", "gz": "application/gzip",
    "csv-metadata.json": "application/csvm+json", "ro-crate-metadata.json": "application/ld+json",
}  # fmt: skip

_CLAIMS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
SELECT ?claim ?source ?digest ?start ?end ?s ?p ?o ?stance ?speaker ?from ?to WHERE {
  GRAPH graph:claims {
    ?claim a pact:Claim ; pact:source ?source ; pact:stance ?stance ; pact:speaker ?speaker ; pact:holdsFrom ?from
  }
  OPTIONAL { GRAPH graph:claims { ?claim pact:holdsTo ?to } }
  OPTIONAL {
    GRAPH graph:claims {
      ?claim pact:evidence ?passage ; pact:source ?source .
      ?passage oa:start ?start ; oa:end ?end . ?source pact:textDigest ?digest
    }
  }
  GRAPH ?claim { ?s ?p ?o }
} ORDER BY ?source ?start ?end ?claim ?s ?p ?o"""

_FACTS = """
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?fact ?s ?p ?o ?rule ?for ?against WHERE {
  GRAPH graph:facts {
    ?fact a pact:Fact ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
      pact:citesRule ?rule ; pact:supportedBy ?for
    OPTIONAL { ?fact pact:opposedBy ?against }
  }
} ORDER BY ?s ?p ?o ?fact ?rule ?for ?against"""


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return quads as sorted N-Quads; without blank nodes, as checked, this is the canonical form (RDFC-1.0)."""
    lines = _bytes(serialize(quads, format=RdfFormat.N_QUADS)).splitlines(keepends=True)
    return b"".join(sorted(set(lines)))


def trig(store: Store) -> bytes:
    """Return the whole dataset as TriG with the project's prefixes, in sorted order."""
    ordered = sorted(store, key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))
    return _bytes(serialize(ordered, format=RdfFormat.TRIG, prefixes=prefixes(store)))


def turtle(store: Store, graph: str) -> bytes:
    """Return one named graph as Turtle with the project's prefixes, in sorted order."""
    quads = store.quads_for_pattern(None, None, None, NamedNode(graph))
    return turtle_of((q.triple for q in quads), prefixes(store))


def turtle_of(triples: Iterable[Triple], known: dict[str, str]) -> bytes:
    """Return triples as Turtle with the given prefixes, in sorted order."""
    ordered = sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    return _bytes(serialize(ordered, format=RdfFormat.TURTLE, prefixes=known))


def _bytes(serialized: bytes | None) -> bytes:
    """Tell the type checker what holds wherever no output file is given."""
    assert serialized is not None  # noqa: S101
    return serialized


def json_ld(store: Store, graph: str) -> bytes:
    """Return one named graph as JSON-LD 1.1 with a context of the project's prefixes, in sorted order."""
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, NamedNode(graph)))
    return json_ld_of(triples, prefixes(store))


def json_ld_of(triples: Iterable[Triple], context: dict[str, str]) -> bytes:
    """Return triples as JSON-LD 1.1 with a context of prefixes, in sorted order, a line a node."""
    nodes: dict[str, dict[str, list[object]]] = {}
    for triple in sorted(triples, key=str):
        node = nodes.setdefault(text(triple.subject), {})
        if triple.predicate.value == names.RDF + "type":
            node.setdefault("@type", []).append(_compact(text(triple.object), context))
        else:
            node.setdefault(_compact(triple.predicate.value, context), []).append(_json_value(triple.object, context))
    graph_nodes = [{"@id": _compact(iri, context), **properties} for iri, properties in sorted(nodes.items())]
    head = json.dumps(context, ensure_ascii=False)
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph_nodes)
    return f'{{"@context": {head},\n"@graph": [\n{lines}\n]}}\n'.encode()


def _json_value(term: Cell, context: dict[str, str]) -> object:
    if isinstance(term, Literal):
        if term.language:
            return {"@value": term.value, "@language": term.language}
        if term.datatype.value == names.XSD + "string":
            return term.value
        return {"@value": term.value, "@type": _compact(term.datatype.value, context)}
    return {"@id": _compact(text(term), context)}


def _compact(iri: str, context: dict[str, str]) -> str:
    short = names.shorten(iri)
    return short if short.partition(":")[0] in context else iri


def prefixes(store: Store) -> dict[str, str]:
    """Return the prefixes in use: vocabularies, kinds of entities, and one for each article's claims."""
    found = dict(names.VOCABULARIES)
    iris = {t.value for q in store for t in (q.subject, q.object) if isinstance(t, NamedNode)}
    for iri in iris:
        for stem in (names.ID, names.CLAIM):
            if iri.startswith(stem) and "/" in iri[len(stem) :]:
                kind = iri[len(stem) :].partition("/")[0]
                found[kind] = f"{stem}{kind}/"
    found["graph"] = f"{names.BASE}graph/"
    return dict(sorted(found.items()))


def claims(store: Store) -> Answer:
    """Return one row for each evidence span and triple of each claim, under `CLAIM_COLUMNS`."""
    return Answer(CLAIM_COLUMNS, run(store, _CLAIMS).rows)


def facts(store: Store) -> Answer:
    """Return one row for each fact and claim for it (and against it), under `FACT_COLUMNS`."""
    return Answer(FACT_COLUMNS, run(store, _FACTS).rows)


def to_csv(table: Answer) -> bytes:
    """Return a table as CSV with plain values: an IRI, a literal's lexical form, or nothing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([text(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def description(store: Store, files: dict[str, bytes], issued: date) -> bytes:
    """Return the dataset's description (VoID and DCAT 3) as Turtle: sizes, graphs, downloads with checksums."""
    subjects = {q.subject for q in store}
    lines = [
        "@prefix dcat: <http://www.w3.org/ns/dcat#> .",
        "@prefix dcterms: <http://purl.org/dc/terms/> .",
        "@prefix pact: <https://w3id.org/moonpact/ontology#> .",
        "@prefix spdx: <http://spdx.org/rdf/terms#> .",
        "@prefix void: <http://rdfs.org/ns/void#> .",
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        "",
        f"<{names.BASE}dataset> a dcat:Dataset, void:Dataset ;",
        '    dcterms:title "Moonpact"@en ;',
        '    dcterms:description "Who goes to the Moon with whom, since when, on what terms, and who says so."@en ;',
        '    dcterms:publisher "Moonpact" ;',
        f"    dcterms:license <{names.LICENCE}> ;",
        f'    dcterms:modified "{issued.isoformat()}"^^xsd:date ;',
        f'    dcat:version "{__version__}" ;',
        '    dcat:keyword "ILRS"@en, "Artemis Accords"@en, "space policy"@en, "Moon"@en ;',
        f'    void:uriSpace "{names.ID}" ;',
        f"    void:vocabulary <{names.PACT}>, <http://www.w3.org/ns/prov#>, <http://www.w3.org/ns/org#> ;",
        f"    void:exampleResource <{names.ID}accession/belarus-ilrs> ;",
        f"    void:triples {len(store)} ;",
        f"    void:distinctSubjects {len(subjects)} ;",
        "    dcat:distribution " + ", ".join(f"<{names.BASE}dist/{name}>" for name in sorted(files)) + " .",
    ]
    for name, content in sorted(files.items()):
        lines += [
            "",
            f"<{names.BASE}dist/{name}> a dcat:Distribution ;",
            f'    dcterms:title "{name}" ;',
            f"    dcat:mediaType <https://www.iana.org/assignments/media-types/{media_type(name)}> ;",
            f"    dcat:byteSize {len(content)} ;",
            f"    spdx:checksum <{names.BASE}dist/{name}#sha256> .",
            f"<{names.BASE}dist/{name}#sha256> a spdx:Checksum ;",
            "    spdx:algorithm spdx:checksumAlgorithm_sha256 ;",
            f'    spdx:checksumValue "{hashlib.sha256(content).hexdigest()}" .',
        ]
    return ("\n".join(lines) + "\n").encode()


def media_type(name: str) -> str:
    """Return the media type of an export by its name, or by the suffix of that."""
    return _MEDIA.get(name) or _MEDIA[name.rpartition(".")[2]]


def checksums(files: dict[str, bytes]) -> bytes:
    """Return the SHA-256 of each file in the form that `sha256sum --check` reads."""
    return "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items())
    ).encode()
