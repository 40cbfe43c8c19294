"""A remote endpoint in place of the files: the same answers, and clear words where it refuses or talks nonsense."""

import http.server
import socket
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from projects import moonpact
from pyoxigraph import Store

from moonpact.errors import MoonpactError
from moonpact.questions import run
from moonpact.tables import render


@pytest.fixture
def endpoint(graph: Store) -> Iterator[str]:
    """Serve the graph on loopback with the least of the SPARQL protocol that SPARQLWrapper needs."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            query = parse_qs(body)["query"][0]
            try:
                status, answer = 200, render(run(graph, query), "json")
            except MoonpactError as error:
                status, answer = 400, str(error)
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("extra", [[], ["--known-on", "2023-10-30"]])
def test_an_endpoint_gives_the_rows_that_the_files_give(endpoint: str, extra: list[str]) -> None:
    local = moonpact("ask", "members-known-on", "--format", "csv", *extra)
    remote = moonpact("ask", "members-known-on", "--format", "csv", "--endpoint", endpoint, *extra)
    assert remote.returncode == 0, remote.stderr
    assert remote.stdout == local.stdout


def test_explain_over_an_endpoint(endpoint: str) -> None:
    assert (
        moonpact("explain", "accession:turkiye-ilrs", "--endpoint", endpoint).stdout
        == moonpact("explain", "accession:turkiye-ilrs").stdout
    )


def test_an_endpoint_that_refuses_or_talks_nonsense(endpoint: str) -> None:
    refused = moonpact("ask", "--sparql", "SELECT * WHERE {", "--endpoint", endpoint)
    assert refused.returncode == 2
    assert "refused the query" in refused.stderr
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"

        def nonsense() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n{}")

        thread = threading.Thread(target=nonsense)
        thread.start()
        done = moonpact("ask", "--sparql", "SELECT ?s WHERE { ?s ?p ?o }", "--endpoint", url)
        thread.join()
    assert done.returncode == 2
    assert "no SPARQL 1.1 JSON result" in done.stderr


class _Nonsense(http.server.BaseHTTPRequestHandler):
    """Answers with what its path says, whatever is asked."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        json_type = "application/sparql-results+json"
        status, kind, body = {
            "/html": (200, "text/html", b"<html></html>"),
            "/list": (200, json_type, b"[]"),
            "/none": (200, json_type, b'{"head": {"vars": ["count"]}, "results": {"bindings": []}}'),
            "/404": (404, "text/plain", b""),
            "/401": (401, "text/plain", b""),
        }[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_whatever_an_address_answers_the_error_is_ours_and_says_what_to_do() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Nonsense)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    stem, check_address = f"http://127.0.0.1:{server.server_address[1]}", "query address of a SPARQL 1.1 server"
    try:
        for address, command, says in (
            (f"{stem}/html", "check", check_address),
            (f"{stem}/list", "check", check_address),
            (f"{stem}/404", "check", check_address),
            (f"{stem}/none", "load", "asked for a number and gave none"),
            (f"{stem}/none", "check", "asked for a number and gave none"),
            (f"{stem}/401", "check", "MOONPACT_ENDPOINT_USER"),
            ("file:///etc/passwd", "check", "begins with http:// or https://"),
        ):
            done = moonpact(command, "--endpoint", address)
            assert (done.returncode, done.stdout) == (2, ""), (address, command)
            assert says in done.stderr, (address, command)
            assert "Warning" not in done.stderr
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
