"""HTTP/1.1 on one event loop: strict limits on what comes in, bounded buffers, and no half answer that looks whole.

httptools (the parser of Node.js) reads the bytes. A server library is not used, because none that was measured
limits the size of heads and their time, and lets an answer that breaks off end as a broken message.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import TYPE_CHECKING

import httptools

from moonpact.server.messages import Request, head_bytes, text_answer
from moonpact.server.reply import Reply

if TYPE_CHECKING:
    from moonpact.server.app import App

TARGET_BYTES = 80_000
HEAD_BYTES = 32_000
HEADER_COUNT = 100
BODY_BYTES = 256_000
PIPELINED = 16
REQUEST_SECONDS = 10.0
IDLE_SECONDS = 75.0
STALL_SECONDS = 30.0
BUFFER_BYTES = 1_000_000
_COPIED_BYTES = 50_000


class Connections(dict["Connection", None]):
    """All open connections, the oldest first."""

    def __init__(self, limit: int) -> None:
        """No more than `limit` are kept; those that wait make room."""
        super().__init__()
        self.limit = limit

    def admit(self, connection: Connection) -> bool:
        """Add a connection; if there are too many, hang up on the one that has waited longest without a request."""
        if len(self) >= self.limit:
            waiting = min((c for c in self if not c.busy), key=lambda c: c.since, default=None)
            if waiting is None:
                return False
            del self[waiting]
            waiting.abandon()
        self[connection] = None
        return True

    def sweep(self) -> None:
        """End waiting that has lasted too long; to be called once a second."""
        now = time.monotonic()
        for connection in list(self):
            connection.sweep(now)


class Connection(asyncio.Protocol):
    """One client's connection; requests on it are answered one after the other."""

    __slots__ = (
        "_body", "_body_size", "_connections", "_fresh", "_header_size", "_headers", "_parser", "_partial", "_pending",
        "_refused", "_reply", "_size", "_target", "_transport",
        "app", "busy", "client", "closed", "keep_alive", "paused", "since",
    )  # fmt: skip

    def __init__(self, app: App, connections: Connections) -> None:
        """Answers come from `app`."""
        self.app = app
        self._connections = connections
        self.closed = self.paused = self.busy = self._partial = self._refused = False
        self.keep_alive = True
        self._pending: deque[tuple[Request, bool, bytes]] = deque()
        self._reply: Reply | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the first request."""
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.client = str((transport.get_extra_info("peername") or "-")[0])
        self._transport.set_write_buffer_limits(high=BUFFER_BYTES)
        self._parser = httptools.HttpRequestParser(self)
        self.since = time.monotonic()
        self.on_message_begin()
        self._partial = False
        if not self._connections.admit(self):
            self._refuse(503, "The server has too many connections.", b"Retry-After: 5\r\n")

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Forget the client; whoever works for it sees `gone`."""
        self.closed = True
        self._connections.pop(self, None)
        self._pending.clear()
        self._drained()

    def pause_writing(self) -> None:
        """Note that the client reads slowly."""
        self.paused = True
        self.since = time.monotonic()

    def resume_writing(self) -> None:
        """Note that the client has caught up."""
        self.paused = False
        self._drained()

    def _drained(self) -> None:
        if self._reply and self._reply.on_drain:
            self._reply.on_drain()

    def data_received(self, data: bytes) -> None:
        """Read what came; a request that came before in the same bytes is answered at once."""
        first = not self._partial and not self.busy
        if first and (answer := self.app.replay(data, self.client)):
            self.write(head_bytes(answer.status, answer.head, keep_alive=True), answer.body)
            self.since = time.monotonic()
            return
        if self._refused:
            return
        self._fresh = data if first else b""
        if not self._partial:
            self.since = time.monotonic()
        self._size += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._refuse(501, "Only HTTP/1.1 is spoken here; the connection cannot be upgraded.")
        except httptools.HttpParserError:
            self._refuse(400, "This is not an HTTP/1.1 request.")
        if self._partial and self._size > TARGET_BYTES + HEAD_BYTES + 2 * BODY_BYTES:
            self._refuse(431, "The request is too large.")
        self._next()

    def on_message_begin(self) -> None:
        """Begin to collect a request."""
        self._partial = True
        self._target = b""
        self._headers: dict[bytes, bytes] = {}
        self._body: list[bytes] = []
        self._size = self._header_size = self._body_size = 0

    def on_url(self, url: bytes) -> None:
        """Collect the target."""
        self._target += url
        if len(self._target) > TARGET_BYTES:
            self._refuse(414, "The address is too long. Send the query by POST.")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Collect a header; repeated ones are joined, a second Host is refused."""
        key = name.lower()
        self._header_size += len(name) + len(value)
        if self._header_size > HEAD_BYTES or len(self._headers) > HEADER_COUNT:
            self._refuse(431, "The headers of the request are too large.")
        elif key not in self._headers:
            self._headers[key] = value
        elif key == b"host":
            self._refuse(400, "There is more than one Host header.")
        else:
            self._headers[key] += b", " + value

    def on_headers_complete(self) -> None:
        """Refuse a body that is too large before it comes, and let one come that asks first."""
        length = self._headers.get(b"content-length", b"0")
        if len(length) > len(str(BODY_BYTES)) or int(length) > BODY_BYTES:
            self._refuse(413, f"The body may hold {BODY_BYTES} bytes.")
        elif self._headers.get(b"expect", b"").lower() == b"100-continue" and not self.busy:
            self.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, body: bytes) -> None:
        """Collect the body."""
        self._body_size += len(body)
        if self._body_size > BODY_BYTES:
            self._refuse(413, f"The body may hold {BODY_BYTES} bytes.")
        else:
            self._body.append(body)

    def on_message_complete(self) -> None:
        """Queue the request; pipelined ones wait for their turn."""
        self._partial = False
        version = self._parser.get_http_version()
        if self._refused:
            return
        if version == "1.1" and b"host" not in self._headers:
            self._refuse(400, "The Host header is missing.")
            return
        method, body = self._parser.get_method().decode("latin-1"), b"".join(self._body)
        client = self.app.client_of(self._headers, self.client)
        request = Request(method, self._target, self._headers, body, version, client, time.monotonic())
        wire = self._fresh if not self._pending and not body else b""
        self._pending.append((request, self._parser.should_keep_alive(), wire))
        if len(self._pending) > PIPELINED:
            self._refuse(429, "Too many requests were sent without waiting for answers.")

    def _next(self) -> None:
        while self._pending and not self.busy and not self.closed:
            request, keep_alive, wire = self._pending.popleft()
            if self._pending or self._partial:
                wire = b""  # these bytes hold more than this request
            self.busy = True
            self.keep_alive = keep_alive and not self._refused
            self._reply = Reply(self, request, wire)
            self.app.handle(request, self._reply)

    def write(self, first: bytes, second: bytes = b"") -> None:
        """Write to the client, if it is still there."""
        if self.closed:
            return
        if len(second) < _COPIED_BYTES:
            self._transport.write(first + second)
        else:  # answers that are kept are in memory once, however many clients read them slowly
            self._transport.write(first)
            self._transport.write(second)

    def finish(self) -> None:
        """End the turn of one request, and of the connection if it is not kept alive."""
        self.busy = False
        self._reply = None
        self.since = time.monotonic()
        if self.closed:
            return
        if not self.keep_alive:
            self._pending.clear()
            self._transport.close()
        elif self._pending:
            asyncio.get_running_loop().call_soon(self._next)

    def _refuse(self, status: int, message: str, extra: bytes = b"") -> None:
        if self._refused or self.closed:
            return
        self._refused = True
        self._partial = False
        self._pending.clear()
        if self.busy:
            self._transport.abort()
            return
        self.busy = True
        self.keep_alive = False
        request = Request("-", self._target[:200], self._headers, b"", "1.1", self.client, time.monotonic())
        request.route = "refused"
        Reply(self, request, b"").send(text_answer(status, message, extra))

    def sweep(self, now: float) -> None:
        """End waiting that has lasted too long: for a request, for the next one, or for the client to read."""
        waited = now - self.since
        if self.paused:
            if waited > STALL_SECONDS:
                self.abandon()
        elif self.busy:
            return
        elif self._partial and waited > REQUEST_SECONDS:
            self._refuse(408, "The request did not arrive in time.")
        elif waited > IDLE_SECONDS + STALL_SECONDS:
            self.abandon()
        elif waited > IDLE_SECONDS:
            self._transport.close()

    def abandon(self) -> None:
        """Hang up at once."""
        self._transport.abort()

    def stop(self) -> None:
        """Answer what is being answered, then hang up."""
        self.keep_alive = False
        if not self.busy and not self.closed:
            self._transport.close()
