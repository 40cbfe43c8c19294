"""An answer on its way from a worker to the server: counted, coded, and ended where it grows too large."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moonpact.server import frames
from moonpact.server.protocol import Refusal

if TYPE_CHECKING:
    import socket

# what parts one row from the next, and cannot stand in a value: there, a quote ends it or has a backslash before it
_ROW_MARKS = {"srj": re.compile(rb'\},\{"[^,}]'), "srx": re.compile(b"<result>"), "tsv": re.compile(b"\n")}
_MARK_BYTES = 8

HELD_BYTES = 256_000
GZIP_FROM_BYTES = 1_000


@dataclass(frozen=True)
class Limits:
    """What one job may use, and what one answer may hold."""

    cpu_seconds: int
    memory_bytes: int
    rows: int
    result_bytes: int


class Output:
    """A file whose content goes to the server: whole if it is small, else in parts, and never more than allowed."""

    def __init__(self, connection: socket.socket, limits: Limits, suffix: str, flags: int, *, gzip: bool) -> None:
        """`suffix` is that of the format; `flags` go with the answer."""
        self._connection, self._limits, self._suffix, self._flags = connection, limits, suffix, flags
        self._gzip = gzip
        self._coder = zlib.compressobj(5, zlib.DEFLATED, 31) if gzip else None
        self._parts: list[bytes] = []
        self._held = self._total = 0
        # what is counted is the header line too, or only what stands between rows
        self._rows = {"csv": -1, "tsv": -1, "srj": 1}.get(suffix, 0)
        self._tail = b""
        self._quoted = False
        self.started = False

    def write(self, part: bytes) -> int:
        """Take a part. Raises Refusal if there are too many bytes or rows."""
        part = bytes(part)
        self._total += len(part)
        if self._total > self._limits.result_bytes:
            raise Refusal(500, f"The answer holds more than {self._limits.result_bytes} bytes.")
        self._parts.append(part)
        self._held += len(part)
        if self._held > HELD_BYTES:
            self._pass_on()
        return len(part)

    def flush(self) -> None:
        """Do nothing: what is held is passed on by size."""

    def _count_rows(self, part: bytes) -> None:
        if self._suffix == "csv":
            for n, piece in enumerate(part.split(b'"')):
                self._quoted ^= n > 0
                if not self._quoted:
                    self._rows += piece.count(b"\n")
        elif mark := _ROW_MARKS.get(self._suffix):
            text = self._tail + part  # a mark may lie across two parts
            end = 0
            for match in mark.finditer(text):
                end = match.end()
                self._rows += 1
            self._tail = text[max(end, len(text) - _MARK_BYTES + 1) :]
        if self._rows > self._limits.rows:
            raise Refusal(500, f"The answer has more than {self._limits.rows} rows.")

    def _pass_on(self) -> None:
        body = b"".join(self._parts)
        self._count_rows(body)
        self._parts, self._held = [], 0
        if not self.started:
            self.started = True
            send(self._connection, frames.START, b"", self._flags | (frames.GZIP if self._gzip else 0))
        send(self._connection, frames.DATA, self._coder.compress(body) if self._coder else body)

    def close(self, retire: int) -> None:
        """Send what is left; `retire` is a flag for the server."""
        if self.started:
            self._pass_on()
            send(self._connection, frames.END, self._coder.flush() if self._coder else b"", retire)
            return
        body = b"".join(self._parts)
        if self._total > self._limits.rows:  # a row takes at least one byte
            self._count_rows(body)
        flags = self._flags | retire
        if self._coder and len(body) >= GZIP_FROM_BYTES:
            body = self._coder.compress(body) + self._coder.flush()
            flags |= frames.GZIP
        send(self._connection, frames.ANSWER, body, flags)


def send(connection: socket.socket, kind: int, payload: bytes, flags: int = 0) -> None:
    """Send one frame."""
    connection.sendall(frames.HEADER.pack(kind, flags, len(payload)) + payload)
