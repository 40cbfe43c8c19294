"""A store on disk: filled, changed file by file, and never left half changed."""

from pathlib import Path

import pytest
from projects import copy_project, moonpact, replace
from pyoxigraph import RdfFormat, Store
from small_worlds import derived
from test_check import ARMENIA, GROWTH, OMAN

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.load import load, read_quads
from moonpact.neighbourhood import Dataset
from moonpact.stored import earlier_version, fill_stored

ROOT = Path(__file__).parent.parent


def test_an_article_is_put_into_a_store_on_disk_changed_and_taken_out(tmp_path: Path, graph: Store) -> None:
    location, article = tmp_path / "store", copy_project(tmp_path) / ARMENIA
    assert moonpact("load", "--location", location).returncode == 0
    replace(article, "pact:ordinal 43", "pact:ordinal 44")
    changed = moonpact("load", article, "--location", location)
    assert changed.returncode == 0, changed.stderr
    assert set(Store.read_only(str(location))) == set(derived(load(tmp_path)))
    replace(article, '"2024-06-12"', '"2024-06-31"')
    refused = moonpact("load", article, "--location", location)
    assert refused.returncode == 1
    assert "2024-06-31" in refused.stderr
    assert f"{article}:" in refused.stderr
    assert moonpact("load", "--remove", article, "--location", location).returncode == 0
    article.unlink()
    assert set(Store.read_only(str(location))) == set(derived(load(tmp_path)))
    assert moonpact("load", ROOT / ARMENIA, "--location", location).returncode == 0
    assert set(Store.read_only(str(location))) == set(graph)


def test_claims_that_a_new_version_no_longer_makes_are_part_of_the_earlier_one(graph: Store) -> None:
    path = ROOT / OMAN
    quads = list(read_quads(path, names.CLAIMS_GRAPH))
    described = [quad for quad in quads if not str(quad.graph_name).startswith(f"<{names.CLAIM}")]
    source = [quad for quad in described if "/id/page/" in str(quad.subject)]
    assert 0 < len(source) < len(quads)
    assert earlier_version(Dataset(graph), source) == set(quads)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--location", "STORE"], "Name the files"),
        (["check", GROWTH, "--location", "EMPTY"], "moonpact load --location DIR"),
        (["check", GROWTH, "--location", "STORE", "--endpoint", "http://127.0.0.1:9"], "stands alone"),
        (["load", GROWTH, "--location", "EMPTY"], "moonpact load --location DIR"),
        (["load", "--location", "STORE"], "--replace"),
        (["load", "--location", "STORE", "--remove"], "do not go together"),
        (["load", GROWTH], "where to?"),
    ],
)
def test_what_cannot_be_done_with_a_store_on_disk_says_why(
    stored: Path, tmp_path: Path, arguments: list[str], says: str
) -> None:
    places = {"STORE": str(stored), "EMPTY": str(tmp_path)}
    done = moonpact(*(places.get(argument, argument) for argument in arguments))
    assert done.returncode == 2
    assert says in done.stderr


def test_a_store_that_another_process_writes_to_is_not_changed(tmp_path: Path, graph: Store) -> None:
    location = tmp_path / "store"
    fill_stored(location, graph)
    other = Store(str(location))
    done = moonpact("load", GROWTH, "--location", location)
    assert done.returncode == 2
    assert "another process" in done.stderr.lower()
    assert len(other) == len(graph)


def test_a_dataset_goes_to_disk_as_it_is_read_or_not_at_all(tmp_path: Path, graph: Store) -> None:
    file, location = tmp_path / "data.nq", tmp_path / "store"
    graph.dump(file, RdfFormat.N_QUADS)
    assert moonpact("load", "--file", file, "--location", location).returncode == 0
    assert set(Store.read_only(str(location))) == set(graph)
    with file.open("a") as lines:
        lines.write("<http://e/a> oops .\n")
    done = moonpact("load", "--file", file, "--location", tmp_path / "other")
    assert done.returncode == 2
    assert f"{file}:{len(graph) + 1}" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.nq", "store"]


def test_a_new_store_takes_the_place_of_the_old_one_only_if_that_is_said(tmp_path: Path, graph: Store) -> None:
    location = tmp_path / "store"
    fill_stored(location, list(graph)[:100])
    with pytest.raises(MoonpactError, match="something already"):
        fill_stored(location, graph)
    assert fill_stored(location, graph, replace=True) == len(graph)
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path, graph: Store) -> None:
    for keep in ("notes.txt", ".git"):
        place = tmp_path / keep.strip(".")
        place.mkdir()
        (place / keep).write_text("mine", encoding="utf-8")
        with pytest.raises(MoonpactError, match="is no part of an Oxigraph store"):
            fill_stored(place, graph, replace=True)
        assert (place / keep).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("kept", [slice(0, 100), slice(9000, None)], ids=["cut off", "other bytes"])
def test_a_damaged_store_is_told_to_be_one(tmp_path: Path, graph: Store, kept: slice) -> None:
    location = tmp_path / "store"
    fill_stored(location, graph)
    for table in location.glob("*.sst"):
        rest = table.read_bytes()[kept]
        table.write_bytes(rest if kept.stop else b"?" * kept.start + rest)
    for command in ("check", "load"):
        done = moonpact(command, GROWTH, "--location", location)
        assert done.returncode == 2
        assert "the store is damaged" in done.stderr
        assert "--replace" in done.stderr
    assert fill_stored(location, graph, replace=True) == len(graph)
