"""Attacks on a running server: each costs its own sender an error, and nobody else anything."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import pytest
from attacks import LETHAL, Canary, Pinger, http_attacks, random_attacks, reaching_out, send
from pyoxigraph import Store
from serving import Server, processes_of, serving, wait_until

# long enough to be a long query, short enough for a test
LIMITS = ("--seconds", "3", "--memory-mb", "512", "--result-mb", "8", "--rows", "50000", "--access-log", "")
# less than a long query, so that waiting for one is noticed, and enough for a busy machine
PATIENCE = 2.5


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(*LIMITS) as running:
        yield running


@pytest.mark.parametrize("name", LETHAL)
def test_a_lethal_query_hurts_its_sender_only(server: Server, name: str) -> None:
    with Pinger(server) as pinger:
        response = send(server, LETHAL[name])
        time.sleep(0.25)
    assert not pinger.faults
    assert pinger.worst < PATIENCE
    assert server.get("/health").status == 200
    assert response.status in (200, 400, 413, 500, 503, 599), response.text
    if response.status not in (200, 599):
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert len(response.text) > 20


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("parentheses", 500, "nested too deeply"),
        ("product", 503, "more than 3 seconds"),
        ("large regular expression", 200, ""),
    ],
)
def test_the_sender_is_told_why(server: Server, name: str, status: int, words: str) -> None:
    response = send(server, LETHAL[name])
    assert response.status == status, response.text
    assert words in response.text
    assert ("retry-after" in response.headers) == (status == 503)


def test_memory_is_named_as_the_reason() -> None:
    with serving("--memory-mb", "100", "--access-log", "") as running:
        response = send(running, LETHAL["strings that double"])
    assert response.status == 500
    assert "more memory" in response.text


def test_no_query_reaches_network_or_files(server: Server, tmp_path: Path) -> None:
    with Canary(tmp_path) as canary:
        for name, text in reaching_out(canary.url, str(canary.file)).items():
            for response in (
                server.query(text, "*/*"),
                send(server, text),
                server.request(
                    "POST",
                    "/sparql",
                    {"Content-Type": "application/x-www-form-urlencoded"},
                    f"query={quote(text, safe='')}".encode(),
                ),
                server.request("POST", "/sparql", {"Content-Type": "application/sparql-update"}, text.encode()),
                server.get(f"/questions/status-of-party?party={quote(text, safe='')}"),
            ):
                assert canary.word not in response.text, name
                assert response.status in (200, 400, 403, 404), (name, response.text)
            if "SERVICE" in name or "FROM" in name:
                assert send(server, text).status in (400, 403), name
        for target in (
            f"/sparql?query=ASK%7B%7D&default-graph-uri={quote(canary.url)}",
            f"/sparql?query=SELECT%20*%7B%3Fs%3Fp%3Fo%7D&default-graph-uri=file://{quote(str(canary.file))}",
            f"/graphs?graph={quote(canary.url)}",
            f"/graphs?graph=file://{quote(str(canary.file))}",
            f"/questions/claims-about?entity=file://{quote(str(canary.file))}",
            f"/questions/claims-about?entity={quote(canary.url)}",
        ):
            assert canary.word not in server.get(target).text
        time.sleep(0.2)
        assert canary.visits == 0
        # the canary does sing: the same engine, without our workers' limits, goes there
        with contextlib.suppress(OSError, RuntimeError):
            list(Store().query(f"SELECT * {{ SERVICE <{canary.url}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
        assert canary.visits == 1


def test_a_truncated_answer_says_so_and_cannot_be_taken_as_whole(server: Server) -> None:
    everything = "SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }"
    for accept in (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ):
        request = f"GET /sparql?query={quote(everything)} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\n\r\n"
        raw = server.raw(request.encode(), seconds=20)
        assert raw.startswith(b"HTTP/1.1 200 OK\r\n")
        assert not raw.endswith(b"0\r\n\r\n")
        assert b"!!! incomplete: The answer " in raw[-200:]
        assert send(server, everything, accept).status == 599
    triples = "CONSTRUCT { ?a ?b ?f } WHERE { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }"
    raw = server.raw(
        f"GET /sparql?query={quote(triples)} HTTP/1.1\r\nHost: x\r\nAccept: text/turtle\r\n\r\n".encode(), seconds=20
    )
    assert b"!!! incomplete: The answer has more than 50000 triples." in raw


@pytest.mark.parametrize(
    "accept",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"],
)
def test_the_limit_of_rows_is_exact(accept: str) -> None:
    trap = "VALUES ?x { '},{' '<result>' '\"' '\\n' '\\r\\n' 'a,b' }"
    with serving("--rows", "12", "--access-log", "") as running:
        fits = f"SELECT * {{ {trap} VALUES ?y {{ 1 2 }} }}"
        assert running.query(fits, accept).status == 200
        over = f"SELECT * {{ {trap} VALUES ?y {{ 1 2 3 }} }}"
        response = running.query(over, accept)
        assert response.status == 500
        assert "more than 12 rows" in response.text


@pytest.mark.parametrize("number", range(4))
def test_requests_that_are_none(server: Server, number: int) -> None:
    """Each is answered with an error or hung up on; none disturbs another client."""
    attacks = list(http_attacks(server).items())[number::4]
    with Pinger(server, 0.02) as pinger:
        for name, data in attacks:
            answer = server.raw(data, seconds=0.3)
            for status in (line.split()[1] for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")):
                assert status in (
                    b"100",
                    b"200",
                    b"400",
                    b"404",
                    b"408",
                    b"413",
                    b"414",
                    b"431",
                    b"501",
                    b"405",
                    b"406",
                    b"429",
                ), name
            head = answer.partition(b"\r\n\r\n")[0]
            assert b"evil" not in head, name
            assert b"root:" not in answer, name
    assert not pinger.faults
    assert pinger.worst < PATIENCE


def test_hosts_are_not_believed(server: Server) -> None:
    for host in ('evil.example"><script>', "a b", "x" * 300, "a/b", "[zz]"):
        answer = server.raw(f"GET /sparql HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        assert host.encode() not in answer
        assert f"http://127.0.0.1:{server.port}/sparql".encode() in answer or b" 400 " in answer


def test_slow_heads_make_room_for_others() -> None:
    """More half-open connections than the server keeps: the oldest go, and others are answered."""
    with (
        serving("--connections", "100", "--access-log", "") as running,
        contextlib.ExitStack() as stack,
        Pinger(running) as pinger,
    ):
        for _ in range(300):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", running.port)))
            with contextlib.suppress(OSError):
                connection.sendall(b"GET /sparql?query=ASK HTTP/1.1\r\nX-Slow: ")
        time.sleep(0.5)
        assert not pinger.faults
    assert pinger.worst < PATIENCE


def test_many_slow_queries_leave_room_for_quick_ones(server: Server) -> None:
    """Twenty at once from one address: some run, the others hear at once that there are too many."""
    answers: list[int] = []
    with Pinger(server) as pinger:
        clients = [
            threading.Thread(target=lambda n=n: answers.append(send(server, LETHAL["product"] + f"#{n}").status))
            for n in range(20)
        ]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
    assert set(answers) == {503}
    assert not pinger.faults
    assert pinger.worst < PATIENCE


def test_slow_readers_cost_no_more_than_their_buffer() -> None:
    """Clients that ask for everything and read nothing."""
    with (
        serving("--access-log", "", "--seconds", "2", "--stream-seconds", "2") as running,
        contextlib.ExitStack() as stack,
        Pinger(running) as pinger,
    ):
        before = memory(running)
        for _ in range(12):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", running.port)))
            query = quote("SELECT * { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }")
            connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(1)
        assert memory(running) - before < 100_000_000
        time.sleep(2)
        assert not pinger.faults
    assert pinger.worst < PATIENCE


def test_random_attacks_leave_everything_as_it_was(server: Server) -> None:
    """A short walk; tests/benchmarks/attack.py takes the long one."""
    for _ in range(3):
        server.query("ASK {}")
    time.sleep(0.3)
    before, files = memory(server), open_files(server)
    with Pinger(server) as pinger:
        attacks = list(islice(random_attacks(20240720), 40))
        threads = [
            threading.Thread(target=lambda part=part: [attack(server) for attack in part])
            for part in (attacks[::2], attacks[1::2])
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not pinger.faults
    assert pinger.worst < PATIENCE
    wait_until(lambda: open_files(server) <= files)
    assert memory(server) - before < 50_000_000
    assert len(processes_of(server.process.pid)) == 2 + 3


def memory(server: Server) -> int:
    """Return what the server's own process has in memory, in bytes."""
    return int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]) * 4096


def open_files(server: Server) -> int:
    return len(list(Path(f"/proc/{server.process.pid}/fd").iterdir()))


def test_a_client_that_leaves_ends_its_query(server: Server) -> None:
    query = quote(LETHAL["product"] + "#left")
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        wait_until(lambda: server.metric("jobs_running") == 1)
    left = time.monotonic()
    wait_until(lambda: server.metric("jobs_running") == 0)
    assert time.monotonic() - left < PATIENCE
