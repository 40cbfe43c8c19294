"""The graph to files: N-Quads, TriG, Turtle, JSON-LD, CSV and the dataset's description.

Files are written as streams: whatever the size of the graph, only what has to be sorted is held, a part at a time.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from itertools import groupby, product
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, cast

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from moonpact import __version__, lines, names
from moonpact.dist import Stage, Written
from moonpact.progress import bar
from moonpact.questions import Cell, stream
from moonpact.tables import Column, kind_of, text

CLAIM_COLUMNS = (
    "claim", "source", "text_sha256", "start", "end", "subject", "predicate", "object",
    "stance", "said_by", "holds_from", "holds_to",
)  # fmt: skip
# rows made into text at once
_ROWS = 5000
_JSON = json.JSONEncoder(ensure_ascii=False)
FACT_COLUMNS = ("fact", "subject", "predicate", "object", "rule", "supported_by", "opposed_by")

_MEDIA = {
    "nq": "application/n-quads", "trig": "application/trig", "ttl": "text/turtle",
    "jsonld": "application/ld+json", "csv": "text/csv", "gz": "application/gzip",
    "csv-metadata.json": "application/csvm+json", "ro-crate-metadata.json": "application/ld+json",
}  # fmt: skip

_CLAIMS, _TYPE = NamedNode(names.CLAIMS_GRAPH), NamedNode(names.RDF + "type")
_CLAIM, _SOURCE = NamedNode(names.PACT + "Claim"), NamedNode(names.PACT + "source")
_START, _END = (f"http://www.w3.org/ns/oa#{name}" for name in ("start", "end"))

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
    found = _bytes(serialize(quads, format=RdfFormat.N_QUADS)).splitlines(keepends=True)
    return b"".join(sorted(set(found)))


def write_dataset(store: Store, stage: Stage) -> lines.Census:
    """Write the whole dataset as sorted N-Quads and as TriG, and its facts as Turtle and JSON-LD."""
    census, dataset, scratch = lines.Census(), stage.path("moonpact.nq"), stage.scratch
    with stage.open("moonpact.nq") as out, bar("Writing N-Quads", len(store), "quads") as told:
        for block in lines.blocks(census.seen(lines.dumped(store, scratch))):
            out.write(block)
            told(census.quads)
    prefixes = census.prefixes()
    with dataset.open("rb") as quads, stage.open("moonpact.trig") as out:
        by_graph = lines.parsed(lines.by_graph(quads, scratch))
        serialize(by_graph, cast("IO[bytes]", out), format=RdfFormat.TRIG, prefixes=prefixes)
    with TemporaryFile(dir=scratch) as facts:
        end = f" <{names.FACTS_GRAPH}> .\n".encode()
        with dataset.open("rb") as quads:
            facts.writelines(line for line in quads if line.endswith(end))
        facts.seek(0)
        with stage.open("facts.ttl") as out:
            serialize(_triples(facts), cast("IO[bytes]", out), format=RdfFormat.TURTLE, prefixes=prefixes)
        facts.seek(0)
        with stage.open("facts.jsonld") as out:
            by_subject = lines.ordered(facts, scratch, lines.by_subject)
            for block in lines.blocks(_json_ld(_triples(by_subject), prefixes)):
                out.write(block)
    return census


def _triples(quads: Iterable[bytes]) -> Iterator[Triple]:
    return (quad.triple for quad in lines.parsed(quads))


def turtle_of(triples: Iterable[Triple], known: dict[str, str]) -> bytes:
    """Return triples as Turtle with the given prefixes, in sorted order."""
    ordered = sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    return _bytes(serialize(ordered, format=RdfFormat.TURTLE, prefixes=known))


def _bytes(serialized: bytes | None) -> bytes:
    """Tell the type checker what holds wherever no output file is given."""
    assert serialized is not None  # noqa: S101
    return serialized


def json_ld_of(triples: Iterable[Triple], context: dict[str, str]) -> bytes:
    """Return triples as JSON-LD 1.1 with a context of prefixes, in sorted order, a line a node."""
    return b"".join(_json_ld(sorted(triples, key=lambda triple: (text(triple.subject), str(triple))), context))


def _json_ld(triples: Iterable[Triple], context: dict[str, str]) -> Iterator[bytes]:
    """Yield JSON-LD a node at a time; `triples` are sorted by the IRI of their subject."""
    yield f'{{"@context": {json.dumps(context, ensure_ascii=False)},\n"@graph": ['.encode()
    between = b"\n"
    for subject, about in groupby(triples, lambda triple: triple.subject):
        node: dict[str, object] = {"@id": _compact(text(subject), context)}
        values: dict[str, list[object]] = {}
        for triple in about:
            if triple.predicate.value == names.RDF + "type":
                values.setdefault("@type", []).append(_compact(text(triple.object), context))
            else:
                short = _compact(triple.predicate.value, context)
                values.setdefault(short, []).append(_json_value(triple.object, context))
        yield between + _JSON.encode(node | values).encode()
        between = b",\n"
    yield b"\n]}\n"


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


def census(store: Store) -> lines.Census:
    """Return how many quads and different subjects there are, and which prefixes they need."""
    found = lines.Census()
    with TemporaryDirectory() as scratch:
        for _ in found.seen(lines.dumped(store, Path(scratch))):
            pass
    return found


def prefixes(store: Store) -> dict[str, str]:
    """Return the prefixes in use: vocabularies, kinds of entities, and one for each article's claims."""
    return census(store).prefixes()


def write_claims(store: Store, stage: Stage) -> list[Column]:
    """Write one row for each evidence span and triple of each claim, under `CLAIM_COLUMNS`."""
    return write_csv(stage, "claims.csv", CLAIM_COLUMNS, _claims(store), end="\n")[0]


def _claims(store: Store) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of all claims in order of source, span and claim; those of one source are held and sorted."""
    sources = {quad.object for quad in store.quads_for_pattern(None, _SOURCE, None, _CLAIMS)}
    for source in sorted(sources, key=text):
        digests, rows = _about(store, source)[names.PACT + "textDigest"], list[tuple[Cell, ...]]()
        for claim in [quad.subject for quad in store.quads_for_pattern(None, _SOURCE, source, _CLAIMS)]:
            about = _about(store, claim)
            if not isinstance(claim, NamedNode) or _CLAIM not in about[_TYPE.value]:
                continue
            passages = [_about(store, passage) for passage in about[names.PACT + "evidence"]]
            spans = [span for at in passages for span in product(digests, at[_START], at[_END])]
            content = [(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, claim)]
            says = product(*(about[names.PACT + name] for name in ("stance", "speaker", "holdsFrom")))
            until = about[names.PACT + "holdsTo"] or [None]
            parts = product(spans or [(None, None, None)], content, says, until)
            rows += [(claim, source, *span, *triple, *said, end) for span, triple, said, end in parts]
        yield from sorted(rows, key=_place)


def _about(store: Store, node: Cell) -> defaultdict[str, list[Cell]]:
    found = defaultdict[str, list[Cell]](list)
    for quad in store.quads_for_pattern(node, None, None, _CLAIMS) if isinstance(node, NamedNode) else ():
        found[quad.predicate.value].append(quad.object)
    return found


def _place(row: Sequence[Cell]) -> tuple[object, ...]:
    """Return a key by start and end of the span, then by claim, subject, predicate and object."""
    claim, _, _, start, end, s, p, o = row[:8]
    numbers = [(len(number), number) for number in (text(start), text(end))]
    return *numbers, text(claim), text(s), text(p), isinstance(o, Literal), text(o)


def write_facts(store: Store, stage: Stage) -> list[Column]:
    """Write one row for each fact and claim for it (and against it), under `FACT_COLUMNS`."""
    return write_csv(stage, "facts.csv", FACT_COLUMNS, stream(store, _FACTS)[1], end="\n")[0]


def write_csv(
    stage: Stage, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], end: str = "\r\n"
) -> tuple[list[Column], int]:
    """Write a table as CSV with plain values: an IRI, a literal's lexical form, or nothing.

    Return its columns with the kinds of their cells, and the number of its rows.
    """
    found: list[set[str | None]] = [set() for _ in columns]
    count = 0
    with stage.open(name) as out:
        file = StringIO(newline="")
        writer = csv.writer(file, lineterminator=end)
        writer.writerow(columns)
        for row in rows:
            count += 1
            for kinds, cell in zip(found, row, strict=True):
                kinds.add(kind_of(cell))
            writer.writerow([text(cell) for cell in row])
            if not count % _ROWS:
                out.write(file.getvalue().encode())
                file.seek(0)
                file.truncate()
        out.write(file.getvalue().encode())
    return [Column(name, frozenset(kinds)) for name, kinds in zip(columns, found, strict=True)], count


def description(counted: lines.Census, files: Mapping[str, Written], issued: date) -> bytes:
    """Return the dataset's description (VoID and DCAT 3) as Turtle: sizes, graphs, downloads with checksums."""
    parts = [
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
        f"    void:triples {counted.quads} ;",
        f"    void:distinctSubjects {counted.subjects} ;",
        "    dcat:distribution " + ", ".join(f"<{names.BASE}dist/{name}>" for name in sorted(files)) + " .",
    ]
    for name, file in sorted(files.items()):
        parts += [
            "",
            f"<{names.BASE}dist/{name}> a dcat:Distribution ;",
            f'    dcterms:title "{name}" ;',
            f"    dcat:mediaType <https://www.iana.org/assignments/media-types/{media_type(name)}> ;",
            f"    dcat:byteSize {file.size} ;",
            f"    spdx:checksum <{names.BASE}dist/{name}#sha256> .",
            f"<{names.BASE}dist/{name}#sha256> a spdx:Checksum ;",
            "    spdx:algorithm spdx:checksumAlgorithm_sha256 ;",
            f'    spdx:checksumValue "{file.sha256}" .',
        ]
    return ("\n".join(parts) + "\n").encode()


def media_type(name: str) -> str:
    """Return the media type of an export by its name, or by the suffix of that."""
    return _MEDIA.get(name) or _MEDIA[name.rpartition(".")[2]]


def checksums(files: Mapping[str, Written]) -> bytes:
    """Return the SHA-256 of each file in the form that `sha256sum --check` reads."""
    return "".join(f"{file.sha256}  {name}\n" for name, file in sorted(files.items())).encode()
