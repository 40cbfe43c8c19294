"""The way back to a client: whole answers, answers in parts, and no half answer that looks whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moonpact.server.messages import CUT_OFF, Answer, Request, head_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from moonpact.server.http import Connection


class Reply:
    """The way back to one client. What is sent after the client has gone is dropped."""

    __slots__ = ("_chunked", "_connection", "_sent", "_status", "on_drain", "request", "wire")

    def __init__(self, connection: Connection, request: Request, wire: bytes) -> None:
        """`wire` holds the bytes of the request if it came in one piece, so that its answer can be replayed."""
        self._connection = connection
        self._chunked = False
        self._sent = 0
        self._status = 0
        self.on_drain: Callable[[], None] | None = None
        self.request = request
        self.wire = wire

    @property
    def gone(self) -> bool:
        """Whether the client has closed the connection."""
        return self._connection.closed

    @property
    def full(self) -> bool:
        """Whether the client reads more slowly than we send; `on_drain` is called when it has caught up."""
        return self._connection.paused

    def send(self, answer: Answer, *, replayable: bool = False) -> None:
        """Send a whole answer; a replayable one is kept for the same request in the same bytes."""
        connection, request = self._connection, self.request
        body = b"" if request.method == "HEAD" else answer.body
        connection.write(head_bytes(answer.status, answer.head, keep_alive=connection.keep_alive), body)
        if replayable and self.wire and connection.keep_alive and request.method == "GET":
            connection.app.remember(self.wire, request, answer)
        connection.app.log(request, answer.status, len(body))
        connection.finish()

    def begin(self, status: int, head: bytes) -> None:
        """Start an answer of unknown length."""
        connection = self._connection
        self._status = status
        self._chunked = self.request.version == "1.1"
        if self._chunked:
            head += b"Transfer-Encoding: chunked\r\n"
        else:
            connection.keep_alive = False
        connection.write(head_bytes(status, head, keep_alive=connection.keep_alive))

    def data(self, part: bytes) -> None:
        """Send the next part."""
        if part and self.request.method != "HEAD":
            self._sent += len(part)
            self._connection.write(b"%x\r\n%b\r\n" % (len(part), part) if self._chunked else part)

    def end(self) -> None:
        """Close an answer that is whole."""
        if self._chunked and self.request.method != "HEAD":
            self._connection.write(b"0\r\n\r\n")
        self._connection.app.log(self.request, self._status, self._sent)
        self._connection.finish()

    def cut(self, message: str) -> None:
        """Break an answer off: its last line says so, and the message ends so that no client takes it as whole."""
        if message:
            self.data(f"\n!!! incomplete: {message}\n".encode())
        self._connection.app.log(self.request, CUT_OFF, self._sent)
        self._connection.keep_alive = False
        self._connection.finish()
