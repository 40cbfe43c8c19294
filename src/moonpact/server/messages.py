"""A request as it came in, and an answer as it goes out."""

import time
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus

CUT_OFF = 599
_STATUS_LINES = {s.value: f"HTTP/1.1 {s.value} {s.phrase}\r\n".encode() for s in HTTPStatus}

COMMON = (
    b"Access-Control-Allow-Origin: *\r\n"
    b"Access-Control-Expose-Headers: ETag, Link, Location, Retry-After\r\n"
    b"X-Content-Type-Options: nosniff\r\n"
)


@dataclass(slots=True)
class Request:
    """One request, whole: `path` and `query` still percent-encoded, names of headers in lower case."""

    method: str
    target: bytes
    headers: dict[bytes, bytes]
    body: bytes
    version: str
    client: str
    started: float
    path: bytes = b""
    query: bytes = b""
    route: str = "other"

    def __post_init__(self) -> None:
        """Split the target."""
        self.path, _, self.query = self.target.partition(b"#")[0].partition(b"?")

    def header(self, name: bytes) -> str:
        """Return a header's value, or an empty text; repeated headers are joined by commas."""
        return self.headers.get(name, b"").decode("latin-1")


@dataclass(slots=True)
class Answer:
    """A whole answer: status, lines of the head (each ended by CRLF; without date and length) and body."""

    status: int
    head: bytes
    body: bytes = b""
    size: int = field(init=False)

    def __post_init__(self) -> None:
        """Add the length, which HEAD and GET share."""
        self.size = len(self.body)
        if self.status not in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
            self.head += b"Content-Length: %d\r\n" % self.size


def text_answer(status: int, message: str, extra: bytes = b"") -> Answer:
    """Return a plain text answer, as for errors."""
    head = b"Content-Type: text/plain; charset=utf-8\r\n" + COMMON + extra
    return Answer(status, head, (message + "\n").encode("utf-8", "replace"))


class _Clock:
    line = b""
    second = 0


def head_bytes(status: int, head: bytes, *, keep_alive: bool) -> bytes:
    """Return the head of an answer as it is sent, with the date and the end of the connection if it ends."""
    now = int(time.time())
    if now != _Clock.second:
        _Clock.second = now
        _Clock.line = b"Date: " + formatdate(now, usegmt=True).encode() + b"\r\n"
    end = b"\r\n" if keep_alive else b"Connection: close\r\n\r\n"
    return _STATUS_LINES[status] + _Clock.line + head + end
