"""N-Quads as lines: sorted, measured and parsed as streams, so that no more than a part is held at a time."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from pyoxigraph import Quad, RdfFormat, Store, parse

from moonpact import names

# lines sorted at once: about 150 MB
RUN = 500_000
_BLOCK = 10_000
# articles whose claims have a prefix each
ARTICLES = 500
_ENTITY = re.compile(f"<({re.escape(names.ID)}|{re.escape(names.CLAIM)})([^/>]*)/".encode())
_OURS, _SHARED = f"<{names.BASE}".encode(), f"<{names.GRAPH}".encode()


def dumped(store: Store, scratch: Path) -> Iterator[bytes]:
    """Yield a store as sorted lines of N-Quads; without blank nodes, this is the canonical form (RDFC-1.0)."""
    with TemporaryFile(dir=scratch) as file:
        store.dump(file, RdfFormat.N_QUADS)
        file.seek(0)
        yield from ordered(file, scratch)


def ordered(lines: Iterable[bytes], scratch: Path, key: Callable[[bytes], Any] | None = None) -> Iterator[bytes]:
    """Yield lines in order of `key`; what does not fit into one run waits in `scratch`, in sorted runs to be merged."""
    rest = iter(lines)
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = []
        while len(run := sorted(islice(rest, RUN), key=key)) == RUN:
            file = stack.enter_context(TemporaryFile(dir=scratch))
            file.writelines(run)
            file.seek(0)
            runs.append(file)
        yield from merge(*runs, run, key=key)


def by_graph(lines: Iterable[bytes], scratch: Path) -> Iterator[bytes]:
    """Yield lines in order of their graphs, those of a graph as they come.

    Only the small graphs, which are many, are sorted; each of the few large ones waits in a file of its own.
    """
    with ExitStack() as stack:
        waiting: dict[bytes, IO[bytes]] = {}
        for line in lines:
            graph = graph_of(line)
            part = graph if graph.startswith(_SHARED) else b""
            if part not in waiting:
                waiting[part] = stack.enter_context(TemporaryFile(dir=scratch))
            waiting[part].write(line)
        for file in waiting.values():
            file.seek(0)
        small = groupby(ordered(waiting.pop(b"", ()), scratch, graph_of), graph_of)
        for _, quads in merge(small, *([part] for part in waiting.items()), key=itemgetter(0)):
            yield from quads


def blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines joined into fewer, larger parts."""
    rest = iter(lines)
    while block := b"".join(islice(rest, _BLOCK)):
        yield block


def parsed(lines: Iterable[bytes]) -> Iterator[Quad]:
    """Yield the quads of N-Quads lines that come from a store, so that their IRIs need no second look."""
    for block in blocks(lines):
        yield from parse(block, format=RdfFormat.N_QUADS, lenient=True)


def graph_of(line: bytes) -> bytes:
    """Return the graph of a line."""
    return line[line.rindex(b" ", 0, -3) + 1 : -3]


def by_subject(line: bytes) -> tuple[bytes, bytes]:
    """Return a key that compares the IRI of the subject without the bracket at its end, then the rest."""
    subject, _, rest = line.partition(b"> ")
    return subject, rest


@dataclass
class Census:
    """Quads, different subjects and kinds of entities and claims among sorted lines that were seen."""

    quads: int = 0
    subjects: int = 0
    kinds: set[tuple[bytes, bytes]] = field(default_factory=set)

    def seen(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        """Count lines while they pass."""
        last = b""
        for line in lines:
            self.quads += 1
            subject, _, value = line.split(b" ", 2)
            if subject != last:
                self.subjects += 1
                last = subject
                self._note(subject)
            if value.startswith(_OURS):
                self._note(value)
            yield line

    def _note(self, term: bytes) -> None:
        if found := _ENTITY.match(term):
            self.kinds.add((found[1], found[2]))

    def prefixes(self) -> dict[str, str]:
        """Return the prefixes in use: vocabularies, kinds of entities, and one for each article's claims.

        If there are more than `ARTICLES` articles, their claims have none: a serialiser tries all prefixes for each
        term, and nobody reads so many.
        """
        few = sum(stem == names.CLAIM.encode() for stem, _ in self.kinds) <= ARTICLES
        stems = [(stem.decode(), kind.decode()) for stem, kind in sorted(self.kinds, reverse=True)]
        kinds = {kind: f"{stem}{kind}/" for stem, kind in stems if few or stem == names.ID}
        found = names.VOCABULARIES | kinds
        found["graph"] = names.GRAPH
        return dict(sorted(found.items()))
