"""From a job's answer to the client's: heads, what is kept, what a failure looks like."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from moonpact.server.frames import GRAPHS, GZIP, Job
from moonpact.server.messages import COMMON, Answer, text_answer
from moonpact.server.negotiate import GRAPHS as GRAPH_TYPES
from moonpact.server.negotiate import SOLUTIONS, takes_gzip
from moonpact.server.workers import Ticket

if TYPE_CHECKING:
    from moonpact.server.app import App
    from moonpact.server.reply import Reply

# a query with one of these may answer differently each time
_CHANGING = re.compile(r"(?<![a-z_])(?:now|rand|uuid|struuid)[\s#(]")
KEPT_BYTES = 4_000_000
"""A longer answer is not kept while it is sent in parts."""
VARY = b"Vary: Accept, Accept-Encoding\r\n"


def _may_change(query: str) -> bool:
    text = query.lower()  # three plain searches spare most queries the slow one
    return ("now" in text or "rand" in text or "uuid" in text) and bool(_CHANGING.search(text))


def type_line(media: str) -> bytes:
    """Return the Content-Type line of a media type; text is always UTF-8."""
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return f"Content-Type: {media}{charset}\r\n".encode()


class Evaluation:
    """One job for one reply, and the client that its worker knows."""

    __slots__ = (
        "_app",
        "_digest",
        "_etag",
        "_graphs",
        "_gzip",
        "_head",
        "_key",
        "_lines_begun",
        "_parts",
        "_reply",
        "_size",
        "_solutions",
        "_started",
        "_ticket",
    )

    def __init__(self, app: App, reply: Reply, solutions: str, graphs: str, head: bytes = b"") -> None:
        """`solutions` and `graphs` are the media types for either kind of answer; `head` has further lines."""
        self._app, self._reply = app, reply
        self._solutions, self._graphs, self._head = solutions, graphs, head
        self._started = False
        self._etag = b""
        self._parts: list[bytes] = []
        self._size = 0

    def run(self, kind: str, text: str, values: tuple[tuple[str, str], ...] = (),
            default: tuple[str, ...] | None = None, named: tuple[str, ...] | None = None) -> None:  # fmt: skip
        """Answer from memory, or have a worker do the job."""
        app, request = self._app, self._reply.request
        self._gzip = takes_gzip(request.header(b"accept-encoding"))
        suffixes = SOLUTIONS.get(self._solutions, ""), GRAPH_TYPES.get(self._graphs, "")
        message = Job(kind, text, values, default, named, *suffixes, self._gzip).message()
        self._digest = app.digest
        said = f"{self._digest} {self._solutions} {self._graphs} ".encode() + self._head
        self._key = blake2b(said + message, digest_size=16).digest()
        if kind != "query" or not _may_change(text):
            self._etag = b'ETag: "%b"\r\n' % self._key.hex().encode()
            if self._etag[6:-2] in request.headers.get(b"if-none-match", b"") and request.method in ("GET", "HEAD"):
                self._reply.send(Answer(304, COMMON + VARY + self._etag + self._head))
                return
            if kept := app.answers.get(self._key):
                self._reply.send(kept, replayable=True)
                return
        self._ticket = Ticket(message, self, request.client)
        self._reply.on_drain = self._ticket.resume
        app.pool.submit(self._ticket)

    @property
    def gone(self) -> bool:
        """Whether the client has left."""
        return self._reply.gone

    @property
    def full(self) -> bool:
        """Whether the client reads slowly."""
        return self._reply.full

    def _lines(self, flags: int) -> bytes:
        head = type_line(self._graphs if flags & GRAPHS else self._solutions) + VARY + COMMON + self._head
        if flags & GZIP:
            head += b"Content-Encoding: gzip\r\n"
        return head + (self._etag + b"Cache-Control: no-cache\r\n" if self._etag else b"Cache-Control: no-store\r\n")

    def whole(self, body: bytes, flags: int) -> None:
        """Send a whole answer, and keep it if the data are still the same."""
        answer = Answer(200, self._lines(flags), body)
        self._keep(answer)
        self._reply.send(answer)

    def _keep(self, answer: Answer) -> None:
        if self._etag and self._digest == self._app.digest:
            self._app.answers.put(self._key, answer, answer.size)

    def start(self, flags: int) -> None:
        """Begin a long answer."""
        self._started = True
        self._gzip = bool(flags & GZIP)
        self._lines_begun = self._lines(flags)
        self._reply.begin(200, self._lines_begun)

    def part(self, body: bytes) -> None:
        """Send a part of it."""
        self._reply.data(body)
        self._size += len(body)
        if self._size <= KEPT_BYTES:
            self._parts.append(body)
        else:
            self._parts.clear()

    def end(self) -> None:
        """End it, and keep it if it is not too long."""
        self._reply.end()
        if self._size <= KEPT_BYTES:
            self._keep(Answer(200, self._lines_begun, b"".join(self._parts)))

    def fail(self, status: int, message: str) -> None:
        """Send an error, or break off what has begun."""
        if self._started:
            self._reply.cut("" if self._gzip else message)
            return
        extra = b"Retry-After: 2\r\n" if status == 503 else b""  # noqa: PLR2004
        self._reply.send(text_answer(status, message, extra + VARY + b"Cache-Control: no-store\r\n"))
