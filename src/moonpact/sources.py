"""The files of a check: which they are, and what stands in them, however they are written."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pyoxigraph import Quad, Store

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.findings import Finding
from moonpact.load import read_quads
from moonpact.places import Place, Places
from moonpact.safeparse import is_harmless, survives
from moonpact.tables import text

_STRANGE = (
    "A named graph bears the name of a claim of this file's article. Facts are derived, not written. Rename the graph."
)


@dataclass(frozen=True)
class Loaded:
    """What stands in some files, what in each of those that were to be kept apart, and what is wrong."""

    store: Store = field(default_factory=Store)
    kept: dict[Path, list[Quad]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def with_given(files: Sequence[tuple[Path, str]], paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return a project's files with those given from elsewhere, each in place of the file of its name.

    Raises MoonpactError if a path does not exist or is no RDF file.
    """
    known = {path.resolve() for path, _ in files}
    chosen = list(files)
    for path in paths:
        if not path.exists():
            raise MoonpactError("no such file or folder", where=str(path))
        if path.is_dir() or path.resolve() in known:
            continue
        if path.suffix not in (".ttl", ".trig"):
            raise MoonpactError("neither Turtle (.ttl) nor TriG (.trig)", where=str(path))
        graph = names.CLAIMS_GRAPH if path.suffix == ".trig" else names.ENTITIES_GRAPH
        chosen = [(p, g) for p, g in chosen if not (p.name == path.name and g == graph)]
        chosen.append((path, graph))
    return chosen


def below(files: Sequence[tuple[Path, str]], paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return the files that are one of the paths or stand in one of them."""
    places = [path.resolve() for path in paths]
    return [(path, graph) for path, graph in files if any(path.resolve().is_relative_to(place) for place in places)]


def load_files(files: Iterable[tuple[Path, str]], kept: Collection[tuple[Path, str]] = ()) -> Loaded:
    """Read files, with a finding for each that is not well-formed or that crashes the parser."""
    loaded, files = Loaded(), list(files)
    risky = [(path, graph) for path, graph in files if not is_harmless(path)]
    if risky and survives(lambda: _read_all(risky)):
        for path, graph in risky:
            death = survives(partial(_read_all, [(path, graph)]))
            if death:
                message = f"This file cannot be read: {death}. Nothing of ours is written so; look at what it holds."
                loaded.findings.append(Finding(names.RULE + "well-formed", message, place=Place(path, 1)))
        return loaded
    for path, graph in files:
        try:
            quads = list(read_quads(path, graph))
        except MoonpactError as error:
            _, _, line = error.where.rpartition(":")
            place = Place(path, int(line) if line.isdigit() else 1)
            message = f"{error.what}. {error.remedy}".rstrip()
            loaded.findings.append(Finding(names.RULE + "well-formed", message, place=place))
            continue
        loaded.store.extend(quads)
        if (path, graph) in kept:
            loaded.kept[path] = quads
        strange = {text(quad.graph_name) for quad in quads} - {graph}
        loaded.findings.extend(
            Finding(names.RULE + "graph-is-a-claim", _STRANGE, name, place=Places([path]).find(name) or Place(path, 1))
            for name in sorted(strange)
            if not name.startswith(f"{names.CLAIM}{path.stem}/")
        )
    return loaded


def _read_all(files: list[tuple[Path, str]]) -> None:
    """Read files to their ends, whatever is in them."""
    for path, graph in files:
        try:
            Store().extend(read_quads(path, graph))
        except MoonpactError:
            continue
