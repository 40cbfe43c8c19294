"""What the server says to its workers and to the process that forks them, and what they say to it."""

from __future__ import annotations

import pickle
import struct
from typing import NamedTuple

HEADER = struct.Struct("<BBxxI")

ANSWER, START, DATA, END, ERROR = range(1, 6)
GZIP, GRAPHS, RETIRE = 1, 2, 4

# to the zygote, with a process: fork (a socket comes along), kill, let yield to others
ORDER = struct.Struct("<cI")
FORK, KILL, YIELD = b"F", b"K", b"Y"
# from the zygote: ready or failed, with the length of the text that follows; forked a process; one has ended, and how
REPORT = struct.Struct("<cIi")
READY, FAILED, FORKED, ENDED = b"R", b"E", b"F", b"X"


class Job(NamedTuple):
    """What a worker is to do.

    `kind` is "query" (text: SPARQL), "question" (text: its name; values: its parameters), "describe" (text: an
    IRI), "known" (the same, only whether there is such an IRI) or "graph" (text: an IRI, or nothing for the default
    graph).
    `solutions` and `graphs` are suffixes of formats, empty if the client takes none.
    """

    kind: str
    text: str
    values: tuple[tuple[str, str], ...] = ()
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    solutions: str = ""
    graphs: str = ""
    gzip: bool = False

    def message(self) -> bytes:
        """Return the job as it goes to a worker: its length, and its pickled values."""
        payload = pickle.dumps(tuple(self), pickle.HIGHEST_PROTOCOL)
        return len(payload).to_bytes(4, "little") + payload


def error(status: int, message: str) -> bytes:
    """Return the payload of an ERROR frame: an HTTP status and what is wrong."""
    return struct.pack("<H", status) + message.encode("utf-8", "replace")


def read_error(payload: bytes) -> tuple[int, str]:
    """Return status and message of an ERROR frame."""
    return struct.unpack_from("<H", payload)[0], payload[2:].decode("utf-8", "replace")
