"""Other SPARQL 1.1 servers, really started: the same rows, checks and explanations; loads that are cut off."""

import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from engines import ENGINES, Engine, NotInstalledError, free_port, oxigraph, virtuoso
from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS
from moonpact.endpoint import ask_endpoint, fetch_claims, update_endpoint
from moonpact.errors import MoonpactError
from moonpact.questions import read_questions, run
from moonpact.tables import text
from moonpact.upload import load_into, update_address

ROOT = Path(__file__).parent.parent


def moonpact(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "moonpact", *arguments], capture_output=True, text=True, check=False)


@contextmanager
def started(name: str, folder: Path, port: int = 0) -> Iterator[Engine]:
    """Start an engine, or skip by its name."""
    try:
        running = ENGINES[name](folder, port)
        engine = running.__enter__()
    except NotInstalledError as error:
        pytest.skip(str(error))
    try:
        yield engine
    finally:
        running.__exit__(None, None, None)


@pytest.fixture(scope="module", params=ENGINES)
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Return a running engine that `moonpact load` has filled."""
    with started(request.param, tmp_path_factory.mktemp(request.param) / "store") as engine:
        done = moonpact("load", "--endpoint", engine.query, "--update", engine.update)
        assert done.returncode == 0, done.stderr
        assert "each compared with what the server holds" in done.stderr
        yield engine


def test_every_stored_question_gives_the_same_rows_in_the_same_order(loaded: Engine, graph: Store) -> None:
    differ = []
    for question in read_questions(ROOT).values():
        ours, theirs = run(graph, question.text), ask_endpoint(loaded.query, question.text)
        if [list(map(text, row)) for row in ours.rows] != [list(map(text, row)) for row in theirs.rows]:
            differ.append(question.name)
    assert differ == []


def test_check_over_an_endpoint_finds_nothing_and_then_a_false_fact(loaded: Engine) -> None:
    good = moonpact("check", "--endpoint", loaded.query)
    assert (good.returncode, good.stdout) == (0, ""), good.stdout + good.stderr
    false = f"<{names.ID}country/peru> <http://www.w3.org/ns/org#memberOf> <{names.ID}coalition/ilrs>"
    update_endpoint(loaded.update, f"INSERT DATA {{ GRAPH <{names.FACTS_GRAPH}> {{ {false} }} }}")
    try:
        found = moonpact("check", "--endpoint", loaded.query)
    finally:
        update_endpoint(loaded.update, f"DELETE DATA {{ GRAPH <{names.FACTS_GRAPH}> {{ {false} }} }}")
    assert found.returncode == 1
    assert "country:peru" in found.stdout
    assert "not what the claims there support" in found.stdout


@pytest.mark.parametrize("command", [["explain", "accession:turkiye-ilrs"], ["ask", "who-joined", "--format", "csv"]])
@pytest.mark.parametrize("known", [[], ["--known-on", "2024-05-20"]])
def test_explain_and_ask_say_the_same_as_for_the_files(loaded: Engine, command: list[str], known: list[str]) -> None:
    remote = moonpact(*command, *known, "--endpoint", loaded.query)
    assert remote.returncode == 0, remote.stderr
    assert remote.stdout == moonpact(*command, *known).stdout


def test_a_second_load_sends_nothing_and_another_dataset_is_refused_until_replaced(
    loaded: Engine, graph: Store
) -> None:
    assert load_into(graph, loaded.query, loaded.update).sent == 0
    other = Store()
    other.extend(quad for quad in graph if quad.graph_name != NamedNode(names.RULINGS_GRAPH))
    with pytest.raises(MoonpactError, match="quads of another Moonpact dataset"):
        load_into(other, loaded.query, loaded.update)
    assert load_into(other, loaded.query, loaded.update, replace=True).sent > 0
    assert len(fetch_claims(loaded.query)) < len(graph)
    load_into(graph, loaded.query, loaded.update, replace=True)


def stop_at(share: float, action: Callable[[], None]) -> Callable[[int, int], None]:
    """Return a progress callback that acts once when that share of the sending is done."""
    acted: list[bool] = []

    def watch(done: int, of: int) -> None:
        if not acted and done > share * of / 2:
            acted.append(True)
            action()

    return watch


def end(engine: Engine) -> None:
    engine.process.kill()
    engine.process.wait()


def torn(url: str, graph: Store) -> list[str]:
    """Return the claims of which the server holds a part but not the whole."""
    whole: dict[str, set[object]] = {}
    computed = {NamedNode(name) for name in (*DERIVED_GRAPHS, names.DATES_GRAPH)}
    for quad in (quad for quad in graph if quad.graph_name not in computed):
        for node in (quad.graph_name, quad.subject):
            if isinstance(node, NamedNode) and node.value.startswith(names.CLAIM):
                whole.setdefault(node.value, set()).add(quad)
                break
    there = set(fetch_claims(url))
    return [claim for claim, quads in whole.items() if 0 < len(quads & there) < len(quads)]


@pytest.mark.parametrize("name", ENGINES)
def test_a_server_killed_in_the_middle_is_resumed_and_holds_no_half_claim(
    name: str, graph: Store, tmp_path: Path
) -> None:
    port = free_port()
    with started(name, tmp_path / "store", port) as engine:
        kill = stop_at(0.5, partial(end, engine))
        with pytest.raises(MoonpactError, match=r"no longer answers; before, it had taken \d+ of \d+ quads"):
            load_into(graph, engine.query, engine.update, batch=500, progress=kill)
    for lock in (tmp_path / "store").glob("*.lck"):
        lock.unlink()  # Virtuoso leaves it behind when killed
    with started(name, tmp_path / "store", port) as engine:
        assert torn(engine.query, graph) == []
        done = load_into(graph, engine.query, engine.update, batch=500)
        assert done.found > 10
        assert done.sent > 10
        assert load_into(graph, engine.query, engine.update).sent == 0


@contextmanager
def cutting(target: str, allowed: int) -> Iterator[str]:
    """Pass connections on to an address; after `allowed` of them, cut each one in the middle of the request."""
    host, port = target.split("/")[2].split(":")
    count = 0

    def serve(client: socket.socket) -> None:
        nonlocal count
        count += 1
        with client, socket.create_connection((host, int(port))) as server:
            first = client.recv(65536)
            if count > allowed:
                server.sendall(first[: len(first) // 2])
                return
            server.sendall(first)
            threading.Thread(target=pump, args=(client, server), daemon=True).start()
            pump(server, client)

    def pump(source: socket.socket, sink: socket.socket) -> None:
        try:
            while block := source.recv(65536):
                sink.sendall(block)
        except OSError:
            pass

    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(client,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield target.replace(f"{host}:{port}", f"127.0.0.1:{listener.getsockname()[1]}")
    listener.close()


def test_a_cut_connection_reports_exactly_what_is_in(graph: Store, tmp_path: Path) -> None:
    with started("oxigraph", tmp_path / "store") as engine:
        with cutting(engine.update, 7) as cut, pytest.raises(MoonpactError, match="no claim in part") as caught:
            load_into(graph, engine.query, cut, batch=1000)
        held = int(text(ask_endpoint(engine.query, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").rows[0][0]))
        assert re.search(r"\b7 of \d+ batches", str(caught.value))
        assert f"{held - 7} of {len(graph)} quads" in str(caught.value), "all but the seven names of batches"
        assert torn(engine.query, graph) == []
        assert load_into(graph, engine.query, engine.update, batch=1000).found == 7


def test_a_full_disk_reports_exactly_what_is_in(graph: Store, tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed: a full disk of a server was not tried")
    try:
        with started("oxigraph", folder / "store") as engine:
            with pytest.raises(MoonpactError, match="the load stopped"):
                load_into(graph, engine.query, engine.update, batch=500)
            assert torn(engine.query, graph) == []
        subprocess.run(["mount", "-o", "remount,size=64m", str(folder)], check=True)
        with started("oxigraph", folder / "store") as engine:
            assert torn(engine.query, graph) == []
            load_into(graph, engine.query, engine.update, batch=500)
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_an_answer_that_the_server_cuts_off_is_refused(graph: Store, tmp_path: Path) -> None:
    try:
        with virtuoso(tmp_path / "store", rows=100) as engine, pytest.raises(MoonpactError, match="cut the answer off"):
            load_into(graph, engine.query, engine.update)
    except NotInstalledError as error:
        pytest.skip(str(error))


def test_the_update_address_is_beside_the_query_address() -> None:
    assert update_address("http://127.0.0.1:7878/query") == "http://127.0.0.1:7878/update"
    assert update_address("http://127.0.0.1:3030/moonpact") == "http://127.0.0.1:3030/moonpact"


def test_load_without_a_server_or_at_an_address_that_takes_no_updates(tmp_path: Path) -> None:
    nobody = moonpact("load", "--endpoint", f"http://127.0.0.1:{free_port()}/query")
    assert nobody.returncode == 2
    assert "cannot be reached" in nobody.stderr
    try:
        with oxigraph(tmp_path / "store") as engine:
            wrong = moonpact("load", "--endpoint", engine.query, "--update", engine.query)
    except NotInstalledError as error:
        pytest.skip(str(error))
    assert wrong.returncode == 2
    assert "refused the update" in wrong.stderr
    assert re.search(r"\b0 of \d+ batches are in, 0 of", wrong.stderr)
