"""Where things stand: file and line of a subject, or of one triple, in the project's own files."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from moonpact import names

_PREFIX = re.compile(r"^@prefix\s+([\w-]*):\s*<([^>]*)>")
_START = re.compile(r"^(<[^>]*>|[\w-]*:[^\s{]*)")


@dataclass(frozen=True)
class Place:
    """A file and a line, counted from one."""

    path: Path
    line: int

    def __str__(self) -> str:
        """Return `file:line`, as editors and terminals understand it."""
        return f"{self.path}:{self.line}"


class Places:
    """An index of the blocks (a subject in the first column, and the indented lines below) of some files."""

    def __init__(self, files: list[Path]) -> None:
        """Read the files; one that is not UTF-8 is left out, for the parser reports it."""
        self._blocks: dict[str, list[tuple[Path, int, list[str]]]] = {}
        for path in files:
            try:
                self._index(path, path.read_text(encoding="utf-8").splitlines())
            except (OSError, UnicodeDecodeError):
                continue

    def _index(self, path: Path, lines: list[str]) -> None:
        prefixes: dict[str, str] = {}
        block: list[str] | None = None
        for number, line in enumerate(lines, 1):
            declared = _PREFIX.match(line)
            if declared:
                prefixes[declared[1]] = declared[2]
                continue
            start = _START.match(line)
            if start:
                block = [line]
                subject = _expand(start[1], prefixes)
                self._blocks.setdefault(subject, []).append((path, number, block))
            elif block is not None and (line.startswith((" ", "\t", "}")) or not line):
                block.append(line)

    def cover(self, path: Path, subjects: Iterable[str], graphs: Iterable[str]) -> None:
        """Give the first line of a file as place to what stands in it, but not where a block would begin."""
        for found, opening in ((subjects, ""), (graphs, "{")):
            for name in found:
                blocks = self._blocks.setdefault(name, [])
                if not any(file == path and opening in lines[0] for file, _, lines in blocks):
                    blocks.append((path, 1, [opening]))

    def find(self, subject: str, predicate: str = "", value: str = "", graph: str = "") -> Place | None:
        """Return the place of a triple, or else of its subject, or None if no file has it.

        The content of a claim stands in the block of the claim's name: give it as `graph`.
        """
        blocks = self._blocks.get(graph, []) if graph else []
        # the ontology's graph bears the name of a subject
        blocks = blocks if any("{" in lines[0] for _, _, lines in blocks) else []
        blocks = blocks or self._blocks.get(subject, [])
        for wanted in ((predicate, value), (predicate,), (value,)):
            tokens = [token for iri in wanted for token in [_token(iri)] if iri]
            if not tokens or len(tokens) < len(wanted):
                continue
            for path, number, lines in blocks:
                for offset, line in enumerate(lines):
                    if all(token in line for token in tokens):
                        return Place(path, number + offset)
        return Place(blocks[0][0], blocks[0][1]) if blocks else None


def _expand(name: str, prefixes: dict[str, str]) -> str:
    if name.startswith("<"):
        return name[1:-1]
    prefix, _, local = name.partition(":")
    return prefixes.get(prefix, prefix + ":") + local


@cache
def _token(iri: str) -> str:
    """Return how a term is written in our files: its prefixed name, `a`, or the literal's text."""
    return " a " if iri == names.RDF + "type" else names.shorten(iri)
