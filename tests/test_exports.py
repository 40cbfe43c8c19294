"""What `build` writes: formats that parse, columns that the contract names, bytes that do not change."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Dataset, NamedNode, RdfFormat, Store, parse
from rdflib.compare import to_canonical_graph

from moonpact import exports, names
from moonpact.build import build
from moonpact.load import load
from moonpact.tables import text

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    assert build(ROOT, folder).written
    return folder


def test_the_contracts_files_are_there(dist: Path) -> None:
    wanted = {
        "moonpact.nq",
        "moonpact.trig",
        "facts.ttl",
        "facts.jsonld",
        "claims.csv",
        "facts.csv",
        "dataset.ttl",
        "SHA256SUMS",
    }
    assert wanted <= {path.name for path in dist.iterdir()}
    assert {p.stem for p in (dist / "answers").iterdir()} == {p.stem for p in (ROOT / "queries").glob("*.rq")}


def test_n_quads_parse_strictly_are_sorted_and_are_canonical(dist: Path) -> None:
    raw = (dist / "moonpact.nq").read_bytes()
    quads = Dataset(parse(raw, format=RdfFormat.N_QUADS))
    lines = raw.splitlines(keepends=True)
    assert len(quads) == len(lines)
    assert lines == sorted(set(lines))
    assert b"_:" not in raw.replace(b"_::", b"")


def test_every_form_of_the_dataset_says_the_same(dist: Path) -> None:
    from_quads, from_trig = Store(), Store()
    from_quads.load(path=str(dist / "moonpact.nq"), format=RdfFormat.N_QUADS)
    from_trig.load(path=str(dist / "moonpact.trig"), format=RdfFormat.TRIG)
    assert set(from_quads) == set(from_trig)
    facts = {q.triple for q in from_quads.quads_for_pattern(None, None, None, NamedNode(names.FACTS_GRAPH))}
    assert facts == {q.triple for q in parse(path=str(dist / "facts.ttl"), format=RdfFormat.TURTLE)}
    assert facts == {q.triple for q in parse(path=str(dist / "facts.jsonld"), format=RdfFormat.JSON_LD)}


@pytest.mark.parametrize(("name", "form"), [("facts.ttl", "turtle"), ("facts.jsonld", "json-ld")])
def test_rdflib_reads_the_same_facts(dist: Path, name: str, form: str) -> None:
    theirs = rdflib.Graph().parse(dist / name, format=form)
    expected = {
        line
        for line in (dist / "moonpact.nq").read_bytes().splitlines()
        if line.endswith(f"<{names.FACTS_GRAPH}> .".encode())
    }
    assert len(theirs) == len(expected)
    nt = {line.encode() for line in to_canonical_graph(theirs).serialize(format="nt").splitlines() if line}
    stripped = {line.removesuffix(f" <{names.FACTS_GRAPH}> .".encode()) + b" ." for line in expected}
    # rdflib writes non-ASCII letters as they are, as the canonical form does
    assert nt == stripped


def test_claims_csv_has_the_contracts_columns_and_a_row_for_each_span_and_triple(dist: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((dist / "claims.csv").read_text(encoding="utf-8"))))
    assert list(rows[0]) == [
        "claim", "source", "text_sha256", "start", "end", "subject", "predicate", "object",
        "stance", "said_by", "holds_from", "holds_to",
    ]  # fmt: skip
    store = load(ROOT)
    claim = NamedNode(names.PACT + "Claim")
    assert {r["claim"] for r in rows} == {
        text(q.subject) for q in store.quads_for_pattern(None, NamedNode(names.RDF + "type"), claim)
    }
    article = NamedNode(names.PACT + "Article")
    articles = {text(q.subject) for q in store.quads_for_pattern(None, NamedNode(names.RDF + "type"), article)}
    assert len(articles) == 5
    for row in rows:
        if row["source"] in articles:
            assert int(row["start"]) < int(row["end"])
            assert len(row["text_sha256"]) == 64
        else:
            assert not row["start"] + row["end"] + row["text_sha256"], "what has no text has no place in it"
        assert all(row[c] for c in ("source", "subject", "predicate", "object", "stance", "said_by", "holds_from"))
    joined = [r for r in rows if r["claim"].endswith("belarus-joins/belarus-joined")]
    assert len(joined) == 6, "two triples, three spans"
    assert {(r["predicate"].rpartition("#")[2], r["object"]) for r in joined} == {
        ("date", "2023-10-23"), ("stage", names.PACT + "signature"),
    }  # fmt: skip


def test_facts_csv_names_the_claims_for_and_against(dist: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((dist / "facts.csv").read_text(encoding="utf-8"))))
    assert list(rows[0]) == list(exports.FACT_COLUMNS)
    assert all(row["supported_by"].startswith(names.CLAIM) for row in rows)


def test_the_description_gives_sizes_and_checksums(dist: Path) -> None:
    described = rdflib.Graph().parse(dist / "dataset.ttl")
    void, spdx = rdflib.Namespace("http://rdfs.org/ns/void#"), rdflib.Namespace("http://spdx.org/rdf/terms#")
    dataset = rdflib.URIRef(names.BASE + "dataset")
    quads = len((dist / "moonpact.nq").read_bytes().splitlines())
    assert int(str(described.value(dataset, void.triples))) == quads
    for distribution in described.objects(dataset, rdflib.DCAT.distribution):
        checksum = described.value(described.value(distribution, spdx.checksum), spdx.checksumValue)
        file = dist / str(described.value(distribution, rdflib.DCTERMS.title))
        assert str(checksum) == hashlib.sha256(file.read_bytes()).hexdigest()


def test_sha256sums_hold(dist: Path) -> None:
    for line in (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest


def test_a_second_build_changes_no_byte(dist: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in dist.rglob("*") if path.is_file()}
    assert build(ROOT, dist).written == []
    assert before == {path: path.stat().st_mtime_ns for path in dist.rglob("*") if path.is_file()}


def test_the_bytes_depend_on_no_hash_seed_locale_time_zone_or_path(dist: Path, tmp_path: Path) -> None:
    output = tmp_path / "sömewhere else"
    environment = os.environ | {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    command = [sys.executable, "-m", "moonpact", "build", "--output", str(output)]
    subprocess.run(command, env=environment, check=True, capture_output=True, umask=0o077)
    for path in (p for p in dist.rglob("*") if p.is_file()):
        assert path.read_bytes() == (output / path.relative_to(dist)).read_bytes(), path


def test_a_file_of_an_earlier_build_goes(dist: Path) -> None:
    stale, foreign, outside = dist / "answers/asked-no-more.csv", dist / "CNAME", dist.parent / "outside.csv"
    for path in (stale, foreign, outside):
        path.write_text("old")
    with (dist / "SHA256SUMS").open("a") as sums:
        sums.write(f"{'0' * 64}  answers/asked-no-more.csv\n{'0' * 64}  ../outside.csv\n")
    build(ROOT, dist)
    assert [path.exists() for path in (stale, foreign, outside)] == [False, True, True]
    foreign.unlink()


def test_json_ld_has_a_context_of_our_prefixes(dist: Path) -> None:
    document = json.loads((dist / "facts.jsonld").read_text(encoding="utf-8"))
    assert document["@context"]["pact"] == names.PACT
    assert document["@context"]["country"] == names.ID + "country/"
    assert {"@graph", "@context"} == set(document)
