"""The made-up world of the benchmarks: the same for one seed, valid, and with an answer to every question."""

from itertools import islice
from pathlib import Path

import pytest
from benchmarks.world import ARTICLES_A_CHAPTER, new_articles, nquads, world, write_nquads, write_project
from pyoxigraph import RdfFormat, Store, parse

from moonpact.asking import open_graph
from moonpact.check import check
from moonpact.questions import read_questions, run
from moonpact.tables import text

# it has no regions, treaties or signatures counted over the years, and nobody joins after 2019
NOT_OF_THIS_WORLD = {
    "counts-against-signatures",
    "signings-per-year-and-region",
    "treaty-parties-and-coalitions",
    "what-changed-between",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write_project(Path(__file__).parent.parent, folder, 20_000)
    return folder


def test_a_project_of_it_keeps_every_rule(small: Path) -> None:
    report = check(small)
    broken = [f for f in report.findings if f.severity == "Violation"]
    # it has no treaties, landings or web pages, so the shapes of these look at nothing
    assert [str(f) for f in broken if not f.rule.endswith("/shape-has-focus-nodes")] == []
    assert len(report.store) > 20_000


def test_every_stored_question_has_an_answer_and_there_are_disputes(small: Path) -> None:
    store = open_graph(small)
    empty = {q.name for q in read_questions(small).values() if not run(store, q.text).rows}
    assert empty <= NOT_OF_THIS_WORLD
    asked = run(store, "ASK { GRAPH ?g { ?dispute a <https://w3id.org/moonpact/ontology#Dispute> } }")
    assert text(asked.rows[0][0]) == "true"


def test_files_and_stream_hold_the_same(small: Path, root: Path, tmp_path: Path) -> None:
    total = write_nquads(root, tmp_path / "world.nq", 20_000)
    streamed = set(parse(path=str(tmp_path / "world.nq"), format=RdfFormat.N_QUADS))
    assert len(streamed) == total
    files = open_graph(small)
    assert streamed <= set(files)


@pytest.mark.parametrize("quads", [1_000, 10_000])
def test_its_size_is_about_what_was_asked(quads: int) -> None:
    assert quads <= len(list(world(quads))) <= quads + 1_500


def test_one_seed_gives_one_world(root: Path) -> None:
    assert list(nquads(root, 3_000)) == list(nquads(root, 3_000))
    assert list(nquads(root, 3_000)) != list(nquads(root, 3_000, seed=9))


def test_new_articles_are_new_and_speak_of_the_same_things(small: Path) -> None:
    store: Store = open_graph(small)
    named = {quad.subject for quad in store}
    for name, quads in islice(new_articles(1), 3):
        assert int(name.rpartition("-")[2]) >= ARTICLES_A_CHAPTER
        lines = "".join(f"{s} {p} {o} {g} .\n" for g, s, p, o in quads)
        subjects = {quad.subject for quad in parse(lines, format=RdfFormat.N_QUADS)}
        assert subjects & named, "about things that the world has"
        assert subjects - named, "claims that it does not have"
