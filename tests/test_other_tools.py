"""What others read as theirs: grlc, CSV on the Web, RO-Crate and nanopublications, each held to its own library."""

import csv
import hashlib
import json
import warnings
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest
import rdflib
from pyoxigraph import NamedNode, Store

from moonpact import exports, names
from moonpact.build import export
from moonpact.dist import write_all
from moonpact.questions import read_questions
from moonpact.site.views import claims_of, nanopublication
from moonpact.tables import text

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def dist(graph: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    write_all(folder, export(graph, ROOT))
    return folder


def test_grlc_serves_every_question_under_its_summary_and_with_its_text() -> None:
    pytest.importorskip("grlc", reason="grlc is not installed")
    from grlc import gquery, swagger
    from grlc.fileLoaders import LocalLoader

    loader = LocalLoader(str(ROOT / "queries"))
    stored = read_questions(ROOT)
    items = {
        item["name"].removesuffix(".rq"): loader.getTextFor(item)
        for item in loader.fetchFiles()
        if item["name"].endswith(".rq")
    }
    assert items.keys() == stored.keys()
    for name, query in items.items():
        metadata = gquery.get_metadata(query, "http://127.0.0.1/sparql")
        assert metadata["type"] == "SelectQuery"
        # nothing of the text is a parameter of grlc's own kind, so that it is sent as it stands
        assert metadata["parameters"] == {}
        tags, summary, *_ = swagger.unpack_metadata(metadata)
        assert (tags, summary) == (stored[name].header["tags"], stored[name].summary)
        assert metadata["query"] == "\n".join(line for line in query.split("\n") if not line.startswith("#+"))


def test_a_csvw_library_reads_every_table_by_its_metadata(dist: Path) -> None:
    pytest.importorskip("csvw", reason="csvw is not installed")
    from csvw import CSVW

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        found = CSVW(str(dist / "csv-metadata.json"), validate=True)
        assert found.is_valid, [str(warning.message) for warning in found.warnings]
        assert {str(table.url) for table in found.tables} == {
            path.relative_to(dist).as_posix() for path in dist.rglob("*.csv")
        }
        (claims,) = (table for table in found.tables if str(table.url) == "claims.csv")
        typed = list(claims.iterdicts())
    with (dist / "claims.csv").open(encoding="utf-8", newline="") as lines:
        plain = list(csv.DictReader(lines))
    assert len(typed) == len(plain)
    assert all(type(row["start"]) is int for row, text in zip(typed, plain, strict=True) if text["start"])
    assert [row["claim"] for row in typed] == [row["claim"] for row in plain]


@pytest.mark.parametrize(("old", "new"), [("0,8,", "zero,8,"), ("who-joined.csv", "who-left.csv")])
def test_a_csvw_library_notices_what_the_metadata_does_not_allow(
    dist: Path, tmp_path: Path, old: str, new: str
) -> None:
    pytest.importorskip("csvw", reason="csvw is not installed")
    from csvw import CSVW

    for name in ("csv-metadata.json", "claims.csv"):
        (tmp_path / name).write_text((dist / name).read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    document = json.loads((tmp_path / "csv-metadata.json").read_text(encoding="utf-8"))
    document["tables"] = [t for t in document["tables"] if t["url"] in {"claims.csv", "answers/who-left.csv"}]
    (tmp_path / "csv-metadata.json").write_text(json.dumps(document), encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        try:
            valid = CSVW(str(tmp_path / "csv-metadata.json"), validate=True).is_valid
        except (OSError, ValueError):
            valid = False
    assert not valid


@pytest.fixture
def offline_context(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the validator the context of RO-Crate as ro-crate-py brings it along, and nothing else of the network."""
    pytest.importorskip("rocrate", reason="rocrate is not installed")
    http = pytest.importorskip("rocrate_validator.utils.http", reason="roc-validator is not installed")
    content = resources.files("rocrate").joinpath("data/ro-crate.jsonld").read_text(encoding="utf-8")
    document = json.loads(content)

    def get(_: object, url: str, **__: object) -> SimpleNamespace:
        assert url == document["@id"], f"{url} is asked for"
        return SimpleNamespace(
            status_code=200, headers={"Content-Type": "application/ld+json"}, text=content, json=lambda: document
        )

    monkeypatch.setattr(http.HttpRequester, "get", get, raising=False)


@pytest.mark.usefixtures("offline_context")
@pytest.mark.filterwarnings("ignore")
def test_the_crate_is_valid_and_describes_every_file(dist: Path) -> None:
    from rocrate.rocrate import ROCrate
    from rocrate_validator import services
    from rocrate_validator.models import Severity, ValidationSettings

    result = services.validate(
        ValidationSettings(
            rocrate_uri=str(dist), profile_identifier="ro-crate-1.3", requirement_severity=Severity.REQUIRED
        )
    )
    assert not result.get_issues(), [(i.check.identifier, i.message) for i in result.get_issues()]
    crate = ROCrate(dist)
    described = {entity.id: entity for entity in crate.data_entities}
    written = {path.relative_to(dist).as_posix() for path in dist.rglob("*") if path.is_file()}
    assert described.keys() == written - {"ro-crate-metadata.json", "SHA256SUMS"}
    for path, entity in described.items():
        content = (dist / path).read_bytes()
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
        assert int(entity["contentSize"]) == len(content)


@pytest.mark.filterwarnings("ignore")
def test_the_nanopublications_are_valid_for_the_nanopub_library(graph: Store) -> None:
    pytest.importorskip("nanopub", reason="nanopub is not installed")
    from nanopub.nanopub import Nanopub

    claims = claims_of(graph)
    stance = NamedNode(names.PACT + "stance")
    by_stance = {
        text(q.object): q.subject
        for q in graph.quads_for_pattern(None, stance, None)
        if isinstance(q.subject, NamedNode)
    }
    assert len(by_stance) > 5
    prefixes = exports.prefixes(graph)
    for claim in {*claims[:: len(claims) // 20], *by_stance.values()}:
        quads = rdflib.ConjunctiveGraph()
        quads.parse(data=nanopublication(graph, text(claim), prefixes), format="trig")
        found = Nanopub(rdf=quads)
        assert found.is_valid
        assert str(found.metadata.np_uri) == f"{text(claim)}#nanopub"
        content = len(list(graph.quads_for_pattern(None, None, None, claim)))
        assert len(found.assertion) in {content, 4 * content}
