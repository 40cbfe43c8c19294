"""Large data as streams: what is read, sorted and written holds a part at a time, and people see how it goes."""

import io
import os
import pty
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from benchmarks.bench import exponent
from pyoxigraph import Literal, NamedNode, Quad, Store

from moonpact import exports, lines, names, progress
from moonpact.dist import staged
from moonpact.errors import MoonpactError
from moonpact.load import add_date_bounds, date_bounds, read_dataset, read_into, read_quads, source_files


def made_up(number: int) -> Iterator[bytes]:
    draw = random.Random(7)  # noqa: S311 - repeatable
    return (
        b"<http://e/%06d> <http://e/p> <http://e/%d> <http://e/g> .\n" % (draw.randrange(10**6), n)
        for n in range(number)
    )


@pytest.mark.parametrize("number", [0, 99, 100, 101, 1234])
@pytest.mark.parametrize("key", [None, lines.graph_of, lines.by_subject])
def test_runs_are_merged_as_if_sorted_at_once(
    number: int, key: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "RUN", 100)
    assert list(lines.ordered(made_up(number), tmp_path, key)) == sorted(made_up(number), key=key)
    assert not list(tmp_path.iterdir())


def test_lines_are_gathered_by_graph_as_if_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "RUN", 100)
    draw = random.Random(11)  # noqa: S311 - repeatable
    stems = ("http://e/", names.CLAIM, names.GRAPH, names.BASE)
    graphs = [f"{draw.choice(stems)}{n}" for n in range(60)]
    quads = [b'<http://e/s> <http://e/p> "%d <g> ." <%s> .\n' % (n, draw.choice(graphs).encode()) for n in range(1234)]
    expected = sorted(quads, key=lambda line: line.rsplit(b" ", 2)[1])
    assert list(lines.by_graph(quads, tmp_path)) == expected
    assert not list(lines.by_graph([], tmp_path))
    assert not list(tmp_path.iterdir())


def test_sorting_needs_no_more_memory_for_more_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "RUN", 5_000)

    def peak(number: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in lines.ordered(made_up(number), tmp_path)) == number
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    assert peak(100_000) < 1.5 * peak(10_000)


def test_exports_in_many_runs_are_those_in_one(graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with staged(tmp_path) as stage:
        whole = exports.write_dataset(graph, stage)
    monkeypatch.setattr(lines, "RUN", 10_007)
    with staged(tmp_path) as stage:
        assert exports.write_dataset(graph, stage) == whole
    assert whole.quads == len(graph)
    assert len(stage.written) == 4
    assert stage.changed == []


def test_prefixes_come_from_entities_and_claims_not_from_words(tmp_path: Path) -> None:
    node, says, graph = NamedNode(f"{names.ID}country/peru"), NamedNode(names.LABEL), NamedNode(f"{names.ID}graph/of")
    store = Store()
    store.add(Quad(node, says, Literal(f"<{names.ID}word/of>"), graph))
    store.add(Quad(node, says, NamedNode(f"{names.CLAIM}news/7"), graph))
    census = lines.Census()
    assert len(list(census.seen(lines.dumped(store, tmp_path)))) == census.quads == 2
    assert census.subjects == 1
    assert census.prefixes() == dict(
        sorted({**names.VOCABULARIES, "country": f"{names.ID}country/", "news": f"{names.CLAIM}news/"}.items())
    )


def test_very_many_articles_have_no_prefixes_of_their_own() -> None:
    few, many = lines.Census(), lines.Census()
    news = [
        b"<%sarticle-%d/1> <http://e/p> <%scountry/peru> <http://e/g> .\n"
        % (names.CLAIM.encode(), n, names.ID.encode())
        for n in range(lines.ARTICLES + 1)
    ]
    assert sum(1 for _ in few.seen(sorted(news[1:]))) + 1 == sum(1 for _ in many.seen(sorted(news))) == len(news)
    assert few.prefixes()["article-1"] == f"{names.CLAIM}article-1/"
    assert few.prefixes().keys() - many.prefixes().keys() == {f"article-{n}" for n in range(1, lines.ARTICLES + 1)}
    assert many.prefixes()["country"] == f"{names.ID}country/"


def test_files_go_into_the_store_as_they_are_read_quad_by_quad(root: Path) -> None:
    straight, by_quads = Store(), Store()
    for path, graph in source_files(root):
        read_into(straight, path, graph)
        by_quads.extend(read_quads(path, graph))
    assert set(straight) == set(by_quads)
    bounds = set(date_bounds(quad.object for quad in straight))
    add_date_bounds(straight)
    assert set(straight) - set(by_quads) == bounds
    assert bounds


@pytest.mark.parametrize("content", [b"<http://e/a> <http://e/b> <http://e/c> .\n\n<http://e/a> oops .\n", b"\n\n\xff"])
@pytest.mark.parametrize("suffix", [".nq", ".ttl"])
def test_a_fault_is_named_with_its_line_and_nothing_is_in(content: bytes, suffix: str, tmp_path: Path) -> None:
    file, store = tmp_path / f"data{suffix}", Store()
    file.write_bytes(content)
    with pytest.raises(MoonpactError) as error:
        read_dataset(file) if suffix == ".nq" else read_into(store, file, names.ENTITIES_GRAPH)
    assert error.value.where == f"{file}:3"
    assert len(store) == 0


def test_a_stream_that_breaks_leaves_what_was_there(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    with staged(old) as stage:
        stage.write("a.txt", b"old")

    def breaks(folder: Path) -> None:
        with staged(folder) as stage:
            stage.write("b.txt", b"whole")
            with stage.open("a.txt") as out:
                out.write(b"half")
                raise MoonpactError("no more")

    for folder in (old, new):
        with pytest.raises(MoonpactError, match="no more"):
            breaks(folder)
    assert {path.name: path.read_bytes() for path in old.iterdir()} == {"a.txt": b"old"}
    assert not new.exists()


class Terminal(io.StringIO):
    """Text that says it is shown to people."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (60.0, False)])
def test_a_bar_tells_rate_and_share_to_who_waits(patience: float, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.bar("Loading", 10_000, "quads") as told:
        for done in range(0, 10_001, 10):
            told(done)
    assert ("Loading" in screen.getvalue()) is shown
    assert ("100%" in screen.getvalue()) is shown
    assert ("quads/s" in screen.getvalue()) is shown
    assert "\x1b[3" not in screen.getvalue(), "no colour"


def test_a_terminal_has_a_bar_and_a_pipe_has_none(root: Path) -> None:
    code = "from pathlib import Path; from moonpact import load, progress; progress.PATIENCE = 0; load.load(Path.cwd())"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120).stderr == b""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal, subprocess.Popen(command, cwd=root, stderr=theirs) as process:
        os.close(theirs)
        screen = b""
        with suppress(OSError):  # how a terminal says that nobody writes to it any more
            while part := terminal.read(4096):
                screen += part
        assert process.wait(timeout=120) == 0
    assert b"Reading" in screen
    assert b"100%" in screen
    assert b"bytes/s" in screen


def test_growth_is_the_slope_of_the_best_line() -> None:
    assert exponent([(10**n, 3e-6 * 10**n) for n in (5, 6, 7)]) == pytest.approx(1)
    assert exponent([(10**n, 3e-6 * 100**n) for n in (5, 6, 7)]) == pytest.approx(2)
    assert exponent([(10**5, 0.3)]) is None
