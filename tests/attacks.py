"""Attacks that have taken down or turned around SPARQL servers, and what watches whether they do."""

import contextlib
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Self

from serving import Response, Server

DEEP = 10_000


# what crashes, fills or stops an engine that evaluates it
LETHAL = {
    "parentheses": "SELECT * {FILTER(" + "(" * DEEP + "1" + ")" * DEEP + ")}",
    "braces": "SELECT * " + "{" * DEEP + "}" * DEEP,
    "negations": "SELECT * {FILTER(" + "!" * 50_000 + "true)}",
    "sums": "SELECT * {FILTER(" + "1+" * 25_000 + "1)}",
    "unions": "SELECT * {" + "{}UNION" * 8_000 + "{}}",
    "optionals": "SELECT * " + "{OPTIONAL" * 5_000 + "{}" + "}" * 5_000,
    "triple terms": "SELECT * {?s ?p " + "<<( <a:a> <b:b> " * 3_000 + "1" + " )>>" * 3_000 + "}",
    "collections": "SELECT * {?s ?p " + "(" * 20_000 + ")" * 20_000 + "}",
    "blank nodes": "SELECT * {?s ?p " + "[<a:a>" * 8_000 + "1" + "]" * 8_000 + "}",
    "paths": "SELECT * {?s " + "(" * 20_000 + "<a:a>" + ")*" * 20_000 + " ?o}",
    "strings that double": "SELECT * {BIND('0123456789abcdef' AS ?v0)"
    + "".join(f"BIND(CONCAT(?v{n},?v{n}) AS ?v{n + 1})" for n in range(40))
    + "}",
    "joined strings": "SELECT (GROUP_CONCAT(CONCAT(STR(?a),STR(?b),STR(?c))) AS ?x) {GRAPH ?g {?a ?p ?b} GRAPH ?h {?c ?q ?d}}",
    "product": "SELECT (COUNT(*) AS ?n) {GRAPH ?g {?a ?b ?c} GRAPH ?h {?d ?e ?f} GRAPH ?i {?j ?k ?l}}",
    "product in order": "SELECT * {GRAPH ?g {?a ?b ?c} GRAPH ?h {?d ?e ?f} GRAPH ?i {?j ?k ?l}} ORDER BY ?l ?f ?c",
    "product without end": "SELECT * {GRAPH ?g {?a ?b ?c} GRAPH ?h {?d ?e ?f} GRAPH ?i {?j ?k ?l}}",
    "paths without end": "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/moonpact/graph/facts> "
    "FROM <https://w3id.org/moonpact/graph/claims> {?a (!<a:a>|^!<a:a>)*/(!<a:a>|^!<a:a>)* ?b . ?c (!<a:a>)* ?d}",
    "nested regular expression": "ASK {GRAPH ?g {?s ?p ?o FILTER(REGEX(STR(?o), '^(([a-z]+)+)+$') && REGEX('"
    + "a" * 5000
    + "!', '^(a+)+$'))}}",
    "large regular expression": "ASK {FILTER(REGEX('a', '" + "(a{1,500}){1,500}" * 20 + "'))}",
    "large replacement": "SELECT (REPLACE(?x, '.', '" + "x" * 30_000 + "') AS ?y) {BIND('" + "a" * 20_000 + "' AS ?x)}",
    "large number": "SELECT (" + "9" * 6_000 + "*" + "9" * 6_000 + " AS ?x) {}",
    "large exponent": "SELECT (xsd:decimal('1e99999999') + 1.0E999999 AS ?x) {}".replace(
        "xsd:decimal", "<http://www.w3.org/2001/XMLSchema#decimal>"
    ),
    "values": "SELECT * {" + "".join(f"VALUES ?v{n} {{ {'1 ' * 200} }}" for n in range(60)) + "}",
    "subqueries": "SELECT * {" + "{SELECT (COUNT(*) AS ?n) {" * 2_000 + "}}" * 2_000 + "}",
    "exists": "ASK {GRAPH ?g {?a ?b ?c} FILTER NOT EXISTS {GRAPH ?h {?d ?e ?f} FILTER NOT EXISTS {GRAPH ?i {?j ?k ?l FILTER(?l != ?f && ?a != ?j)}}}}",
}


def reaching_out(url: str, file: str) -> dict[str, str]:
    """Return queries and updates that ask the server to open an address or a file."""
    return {
        "SERVICE": f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "SERVICE SILENT": f"SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "service in small letters": f"select * {{service<{url}>{{?s ?p ?o}}}}",
        "SERVICE by variable": f"SELECT * {{ BIND(<{url}> AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
        "SERVICE after a comment": f"SELECT * {{ # SERVICE\nSERVICE#x\n<{url}> {{ ?s ?p ?o }} }}",
        "SERVICE by prefix": f"PREFIX service: <{url}> SELECT * {{ SERVICE service: {{ ?s ?p ?o }} }}",
        "SERVICE behind a comparison": f"SELECT * {{ BIND(1 AS ?a) FILTER(?a<'x>')SERVICE SILENT<{url}>{{?s ?p 'y'}} }}",
        "SERVICE in EXISTS": f"ASK {{ FILTER EXISTS {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }} }}",
        "SERVICE in a subquery": f"SELECT * {{ {{ SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }} }} }}",
        "SERVICE beside the word": f"SELECT ?service {{ BIND('SERVICE' AS ?service) SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
        "FROM address": f"SELECT * FROM <{url}> {{ ?s ?p ?o }}",
        "FROM NAMED address": f"SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "FROM file": f"SELECT * FROM <file://{file}> {{ ?s ?p ?o }}",
        "FROM NAMED file": f"SELECT * FROM NAMED <file://{file}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "FROM by prefix": f"PREFIX f: <file://{file}> SELECT * FROM f: {{ ?s ?p ?o }}",
        "FROM by base": f"BASE <file://{file}> SELECT * FROM <> {{ ?s ?p ?o }}",
        "DESCRIBE address": f"DESCRIBE <{url}>",
        "LOAD address": f"LOAD <{url}>",
        "LOAD file": f"LOAD <file://{file}>",
    }


def http_attacks(server: Server) -> dict[str, bytes]:
    """Return bytes that are not the requests a server hopes for."""
    host = f"Host: {server.host}:{server.port}\r\n"
    get = "GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\n"
    form = "Content-Type: application/x-www-form-urlencoded\r\n"
    texts = {
        "two queries": f"GET /sparql?query=ASK%7B%7D&query=ASK%7B%7D HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "no host": f"{get}Connection: close\r\n\r\n",
        "two hosts": f"{get}{host}Host: evil.example\r\nConnection: close\r\n\r\n",
        "100 MB announced": f"POST /sparql HTTP/1.1\r\n{host}{form}Content-Length: 104857600\r\n\r\nquery=",
        "huge length": f"POST /sparql HTTP/1.1\r\n{host}{form}Content-Length: {'9' * 5000}\r\n\r\nquery=",
        "negative length": f"POST /sparql HTTP/1.1\r\n{host}{form}Content-Length: -1\r\n\r\nquery=",
        "two lengths": f"POST /sparql HTTP/1.1\r\n{host}{form}Content-Length: 6\r\nContent-Length: 7\r\n\r\nquery=x",
        "length and chunks": f"POST /sparql HTTP/1.1\r\n{host}{form}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "endless chunks": f"POST /sparql HTTP/1.1\r\n{host}{form}Transfer-Encoding: chunked\r\n\r\n"
        "ff\r\n" + "a" * 255 + "\r\n" * 1 + ("ff\r\n" + "a" * 255 + "\r\n") * 4000,
        "tiny chunks": f"POST /sparql HTTP/1.1\r\n{host}{form}Transfer-Encoding: chunked\r\n\r\n"
        + "1\r\na\r\n" * 300_000,
        "bad chunk": f"POST /sparql HTTP/1.1\r\n{host}{form}Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "long accept": f"{get}{host}Accept: {'text/csv;q=0.1, ' * 7000}\r\nConnection: close\r\n\r\n",
        "odd accept": f"{get}{host}Accept: {'a/b;q=' * 300}\r\nConnection: close\r\n\r\n",
        "endless header": f"{get}{host}X: " + "a" * 2_000_000,
        "many headers": get + host + "".join(f"X{n}: 1\r\n" for n in range(50_000)),
        "endless target": "GET /" + "a" * 2_000_000,
        "long path": f"GET /id/{'a' * 10_000} HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "no HTTP": "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 100,
        "HTTP/2": "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "upgrade": f"{get}{host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        "CONNECT": "CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n",
        "proxy request": "GET http://127.0.0.1:1/ HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n",
        "smuggled line": f"GET /id/x%0d%0aLocation:%20http://evil.example HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "zero byte": f"GET /id/a%00b HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "path up": f"GET /id/../../../../etc/passwd HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "path up, coded": f"GET /id/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "path up, coded twice": f"GET /%252e%252e/etc/passwd HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "two slashes": f"GET //evil.example/id/x HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "backslash": f"GET /id\\..\\x HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "surrogate": f"GET /id/%ED%A0%80 HTTP/1.1\r\n{host}Connection: close\r\n\r\n",
        "host of another": 'GET /sparql HTTP/1.1\r\nHost: evil.example"><script>\r\nConnection: close\r\n\r\n',
        "pipeline": f"{get}{host}\r\n" * 200,
        "half a request": get,
    }
    return {name: text.encode("latin-1") for name, text in texts.items()}


@dataclass
class Canary:
    """A listener and a file that nobody should touch."""

    folder: Path
    word: str = "canary-7f3a91"
    visits: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        """Begin to listen."""
        self.file = self.folder / "canary.nt"
        self.file.write_text(f'<http://canary.example/s> <http://canary.example/p> "{self.word}" .\n')
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        return self

    def _listen(self) -> None:
        body = self.file.read_bytes()
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = self._socket.accept()
                self.visits += 1
                with connection:
                    connection.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Type: application/n-triples\r\nConnection: close\r\n"
                        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
                    )

    @property
    def url(self) -> str:
        """Where the canary listens."""
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}/data.nt"

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self._stop.set()
        self._thread.join()
        self._socket.close()


class Pinger:
    """Another client, from another address, that asks small things and notes how long each answer takes.

    Every question is a new one, so that none is answered from memory.
    """

    def __init__(self, server: Server, pause: float = 0.1) -> None:
        """Ask every `pause` seconds."""
        self.server, self.pause = server, pause
        self.seconds: list[float] = []
        self.faults: list[str] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._ping)

    def __enter__(self) -> Self:
        """Begin to ask."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop asking."""
        self._stop.set()
        self._thread.join()

    def _ping(self) -> None:
        number = random.randrange(10**9)
        stopping = False
        while not stopping:
            stopping = self._stop.wait(self.pause)
            number += 1
            begun = time.monotonic()
            try:
                response = self.server.query(f"ASK {{}} #{number}", source="127.0.0.2")
                if response.status != 200:
                    self.faults.append(f"{response.status} {response.text}")
            except (OSError, ValueError) as error:
                self.faults.append(repr(error))
            self.seconds.append(time.monotonic() - begun)

    @property
    def worst(self) -> float:
        """The longest time that an answer took, in seconds."""
        return max(self.seconds)


def send(server: Server, query: str, accept: str = "*/*") -> Response:
    """Send a query by POST, however large; an answer that breaks off counts as status 599."""
    try:
        return server.request(
            "POST",
            "/sparql",
            {"Content-Type": "application/sparql-query", "Accept": accept},
            query.encode(),
            timeout=60,
        )
    except (OSError, ValueError, HTTPException) as error:
        return Response(599, {}, repr(error).encode())


def random_attacks(seed: int) -> Iterator[Callable[[Server], None]]:
    """Yield attacks without end: known ones, cut, glued and mixed, by HTTP of every kind."""
    source = random.Random(seed)
    queries = list(LETHAL.values())
    while True:
        query = source.choice(queries)
        kind = source.randrange(5)
        if kind == 0:
            at = source.randrange(len(query))
            query = (
                query[:at] + source.choice(["", "(", "}", "\\u0000", "#", '"', "SERVICE", "\U0001f680"]) + query[at:]
            )
        elif kind == 1:
            query = query[: source.randrange(len(query))]
        elif kind == 2:
            query = f"SELECT * {{ {{ {query} }} UNION {{ {source.choice(queries)} }} }}"
        elif kind == 3:
            number = source.randrange(10**6)
            yield lambda server, n=number: _raw(server, n)  # type: ignore[misc]
            continue
        accept = source.choice(["*/*", "text/csv", "application/sparql-results+xml", "text/turtle", "image/png"])
        yield lambda server, q=query, a=accept: _ask(server, q, a)  # type: ignore[misc]


def _ask(server: Server, query: str, accept: str) -> None:
    send(server, query[:63_000], accept)


def _raw(server: Server, number: int) -> None:
    attacks = list(http_attacks(server).values())
    server.raw(attacks[number % len(attacks)], seconds=0.5)
