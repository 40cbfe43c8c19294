"""Processes killed, data replaced, disks full, signals: nothing is lost and no answer is wrong."""

import contextlib
import http.client
import json
import os
import pickle
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attacks import LETHAL, Pinger, send
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from serving import ROOT, Response, Server, processes_of, serving, wait_until

from moonpact.server.settings import Settings

COUNT = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?o) AS ?generations) WHERE { GRAPH ?g { ?s ?p ?o } }"


@contextlib.contextmanager
def asking(server: Server, good: Callable[[Response], bool]) -> Iterator[list[Response]]:
    """Ask again and again from two threads; yield the answers that are not good."""
    bad: list[Response] = []
    stop = threading.Event()
    numbers = iter(range(10**9))

    def ask() -> None:
        while not stop.is_set():
            try:
                response = server.query(f"{COUNT} #{next(numbers)}")
            except (OSError, http.client.HTTPException) as error:
                response = Response(0, {}, repr(error).encode())
            if not good(response):
                bad.append(response)

    threads = [threading.Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield bad
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def quads(generation: int, number: int = 5000) -> Iterator[Quad]:
    for n in range(number):
        yield Quad(
            NamedNode(f"http://e/{n}"),
            NamedNode("http://e/generation"),
            Literal(generation),
            NamedNode(f"http://e/g{n % 7}"),
        )


def write(path: Path, generation: int) -> None:
    """Replace a data file at once, as every build does."""
    staged = path.with_suffix(".new.nq")
    Store().dump(output=str(staged), format=RdfFormat.N_QUADS)
    store = Store()
    store.extend(quads(generation))
    store.dump(output=str(staged), format=RdfFormat.N_QUADS)
    staged.replace(path)


def whole(response: Response) -> bool:
    """Whether an answer is of one generation, complete."""
    if response.status != 200:
        return False
    (row,) = json.loads(response.body)["results"]["bindings"]
    return (row["n"]["value"], row["generations"]["value"]) == ("5000", "1")


def test_workers_killed_at_random_cost_at_most_their_own_client(tmp_path: Path) -> None:
    write(tmp_path / "data.nq", 0)
    source = random.Random(7)  # noqa: S311 - to be repeatable
    with serving("--data", str(tmp_path / "data.nq"), "--access-log", "") as server:
        zygote = processes_of(server.process.pid)[1]
        kills = 0
        with asking(server, whole) as bad:
            for _ in range(12):
                time.sleep(source.random() / 10)
                victims = [pid for pid in processes_of(zygote) if pid != zygote]
                if victims:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(source.choice(victims), signal.SIGKILL)
                        kills += 1
        assert kills > 6
        assert len(bad) <= kills
        assert all(r.status == 500 and "Send the query again" in r.text for r in bad), bad
        wait_until(lambda: len(processes_of(server.process.pid)) == 2 + 3)
        assert whole(server.query(COUNT))


def test_the_process_that_holds_the_data_is_killed(tmp_path: Path) -> None:
    """Its workers go on; soon there is a new one."""
    write(tmp_path / "data.nq", 0)
    with serving("--data", str(tmp_path / "data.nq"), "--access-log", "") as server:
        zygote = processes_of(server.process.pid)[1]
        with asking(server, whole) as bad:
            time.sleep(0.1)
            os.kill(zygote, signal.SIGKILL)
            wait_until(
                lambda: len(processes_of(server.process.pid)) == 2 + 3 and processes_of(server.process.pid)[1] != zygote
            )
            time.sleep(0.2)
        assert not bad
        assert send(server, LETHAL["parentheses"]).status == 500
        assert whole(server.query(COUNT))


def test_the_server_is_killed_at_random_and_starts_again(tmp_path: Path) -> None:
    """Its clients lose their connections, its processes go with it, and the next one answers the same on the same port."""
    write(tmp_path / "data.nq", 0)
    source = random.Random(11)  # noqa: S311 - to be repeatable
    options = ("--data", str(tmp_path / "data.nq"), "--access-log", "")
    port = "0"
    for _ in range(3):
        with serving("--port", port, *options) as server:
            wait_until(lambda: len(processes_of(server.process.pid)) == 2 + 3)
            family = processes_of(server.process.pid)
            with asking(server, lambda response: whole(response) or response.status == 0) as wrong:
                time.sleep(source.random() / 2)
                server.process.kill()
                server.process.wait()
            assert not wrong
            wait_until(lambda pids=family: not any(map(alive, pids)))  # type: ignore[misc]
            assert server.log.read_text().count("\n") == 1  # nobody complains on the way out
            port = str(server.port)
    with serving("--port", port, *options) as server:
        assert str(server.port) == port
        assert whole(server.query(COUNT))


@pytest.mark.parametrize("exists", [True, False])
def test_a_server_killed_before_the_data_are_loaded_leaves_nobody_who_complains(
    tmp_path: Path, *, exists: bool
) -> None:
    file = tmp_path / "data.nq"
    if exists:
        write(file, 0)
    settings = pickle.dumps(Settings(root=ROOT, data=(file,)))
    ours, theirs = socket.socketpair()
    with ours, theirs:
        command = [sys.executable, "-m", "moonpact.server.zygote", str(theirs.fileno())]
        process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        ours.sendall(len(settings).to_bytes(4, "little") + settings)
    assert process.communicate(timeout=60)[0] == b""
    assert process.returncode == 0


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits for its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_data_are_replaced_under_load(tmp_path: Path) -> None:
    """Every answer is of one state of the data, and after the change of the new one."""
    file = tmp_path / "data.nq"
    write(file, 0)
    with serving("--data", str(file), "--access-log", "") as server:
        first = server.get("/sparql?query=ASK%7B%7D").headers["etag"]
        with asking(server, whole) as bad, Pinger(server) as pinger:
            for generation in range(1, 4):
                digest = json.loads(server.get("/health").body)["dataset"]
                write(file, generation)
                server.process.send_signal(signal.SIGHUP)
                wait_until(lambda digest=digest: json.loads(server.get("/health").body)["dataset"] != digest)  # type: ignore[misc]
                answer = json.loads(server.query("SELECT DISTINCT ?o { GRAPH ?g { ?s ?p ?o } }").body)
                assert [b["o"]["value"] for b in answer["results"]["bindings"]] == [str(generation)]
        assert not bad
        assert not pinger.faults
        assert server.get("/sparql?query=ASK%7B%7D").headers["etag"] != first
        file.write_text("<broken")
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: "the data stay as they are" in server.log.read_text())
        assert whole(server.query(COUNT))
        wait_until(lambda: len(processes_of(server.process.pid)) == 2 + 3)


def test_a_store_on_disk_is_replaced_through_its_link(tmp_path: Path) -> None:
    link = tmp_path / "current"
    for generation in (0, 1):
        store = Store(str(tmp_path / f"store{generation}"))
        store.bulk_extend(quads(generation))
        store.flush()
        del store
    link.symlink_to("store0")
    with serving("--location", str(link), "--access-log", "") as server:
        with asking(server, whole) as bad:
            staged = tmp_path / "staged"
            staged.symlink_to("store1")
            staged.replace(link)
            server.process.send_signal(signal.SIGHUP)
            wait_until(lambda: "now serving" in server.log.read_text())
        assert not bad
        answer = json.loads(server.query("SELECT DISTINCT ?o { GRAPH ?g { ?s ?p ?o } }").body)
        assert [b["o"]["value"] for b in answer["results"]["bindings"]] == ["1"]
        assert send(server, LETHAL["parentheses"]).status == 500
        # no network for who reads a store on disk, where the system lets a process leave it
        worker = processes_of(server.process.pid)[2]
        assert Path(f"/proc/{worker}/ns/net").readlink() != Path("/proc/self/ns/net").readlink() or os.getuid() != 0


def test_a_graceful_stop_finishes_what_is_being_answered() -> None:
    with serving("--seconds", "5", "--quick-seconds", "5") as server:
        answers: list[Response] = []
        graph = "GRAPH <https://w3id.org/moonpact/graph/facts>"
        slow = f"SELECT (COUNT(*) AS ?n) {{ {graph} {{ ?a ?b ?c }} {graph} {{ ?d ?e ?f }} FILTER(STR(?a) != STR(?f)) }}"
        client = threading.Thread(target=lambda: answers.append(send(server, slow)))
        idle = socket.create_connection(("127.0.0.1", server.port))
        client.start()
        wait_until(lambda: server.metric("jobs_running") == 1)
        assert not answers
        assert server.stop() == 0
        client.join()
        assert answers[0].status in (200, 503)
        assert answers[0].status == 200 or "seconds" in answers[0].text
        assert idle.recv(10) == b""
        idle.close()
        assert '"POST /sparql HTTP/1.1" ' in server.log.read_text()


def test_a_full_disk_costs_log_lines_only() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with serving("--access-log", "/dev/full") as server:
        for _ in range(5):
            assert server.query("ASK {}").status == 200
        wait_until(lambda: server.metric("log_lines_dropped") >= 5)
