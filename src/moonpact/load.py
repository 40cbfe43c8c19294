"""Text files to one store: ontology, entities, claims and rulings, each in its named graph."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import IO, cast
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from moonpact import dates, names
from moonpact.errors import MoonpactError
from moonpact.progress import bar
from moonpact.questions import stream
from moonpact.tables import visible

# the copy of the project in an installed package: to read, never to write
INSTALLED = Path(__file__).parent / "project"
FOLDERS = ("data", "ontology", "queries", "shapes")
_FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}
# graphs whose subjects are not the data of curators
DERIVED_OR_COMPUTED = {
    names.DATES_GRAPH,
    names.DISAGREEMENTS_GRAPH,
    names.FACTS_GRAPH,
    names.KINDS_GRAPH,
    names.VOICES_GRAPH,
    names.ONTOLOGY_GRAPH,
}
_EDTF = NamedNode(names.EDTF)
_XSD_DATE = NamedNode(names.XSD + "date")


def find_root(start: Path | None = None) -> Path:
    """Return the project folder: `MOONPACT_ROOT`, the nearest one at or above `start`, or the installed copy.

    Raises MoonpactError if `MOONPACT_ROOT` names a folder without the project's four folders, or if
    none is found.
    """
    named = os.environ.get("MOONPACT_ROOT")
    if named:
        root = Path(named)
        if not _is_project(root):
            missing = ", ".join(f"{f}/" for f in FOLDERS if not (root / f).is_dir())
            raise MoonpactError(
                f"this folder is no Moonpact project: {missing} missing",
                where=named,
                remedy="Set MOONPACT_ROOT (or --root) to a checkout, or leave it out.",
            )
        return root
    here = (start or Path.cwd()).resolve()
    checkout = Path(__file__).parents[2]
    for folder in (here, *here.parents, checkout, INSTALLED):
        if _is_project(folder):
            return folder
    raise MoonpactError(
        "no Moonpact project here", where=str(here), remedy="Go into a checkout, or name one with --root."
    )


def _is_project(folder: Path) -> bool:
    return all((folder / name).is_dir() for name in FOLDERS)


def source_files(root: Path) -> list[tuple[Path, str]]:
    """Return the RDF files of a project with the graph into which their default graph goes, sorted."""
    places = (
        ("ontology", "*.ttl", names.ONTOLOGY_GRAPH),
        ("data/entities", "*.ttl", names.ENTITIES_GRAPH),
        ("data/claims", "*.trig", names.CLAIMS_GRAPH),
        ("data/record", "*.trig", names.CLAIMS_GRAPH),
        ("data", "*.ttl", names.RULINGS_GRAPH),
    )
    found: list[tuple[Path, str]] = []
    for folder, pattern, graph in places:
        files = sorted((root / folder).glob(pattern))
        if not files and folder not in {"data", "data/record"}:
            raise MoonpactError(f"no {pattern} files", where=str(root / folder), remedy="Is this a whole checkout?")
        found += [(path, graph) for path in files]
    return found


def read_quads(path: Path, graph: str) -> Iterator[Quad]:
    """Yield the quads of one Turtle or TriG file; triples of its default graph go into `graph`.

    Raises MoonpactError with file and line if the file cannot be read or is not well-formed.
    """
    default, target = DefaultGraph(), NamedNode(graph)
    with _told(path, "Mend the syntax at this line; nothing was written."):
        for quad in parse(path=str(path), format=_FORMATS[path.suffix]):
            if quad.graph_name == default:
                yield Quad(quad.subject, quad.predicate, quad.object, target)
            else:
                yield quad


def read_into(store: Store, path: Path, graph: str) -> None:
    """Do as `read_quads`, straight into a store, whole or not at all."""
    with _told(path, "Mend the syntax at this line; nothing was written."):
        store.load(path=str(path), format=_FORMATS[path.suffix], to_graph=NamedNode(graph))


@contextmanager
def _told(path: Path, remedy: str = "") -> Iterator[None]:
    """Raise a MoonpactError with file and line for what a parser raises."""
    try:
        yield
    except SyntaxError as error:
        if "\ufeff" in error.msg:
            remedy = "Save the file as UTF-8 without a byte order mark."
        raise MoonpactError(
            f"not well-formed: {visible(error.msg)}", where=f"{path}:{error.lineno or 1}", remedy=remedy
        ) from error
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise MoonpactError(f"cannot be read: {error}", where=str(path)) from error


def load(root: Path, *, known_on: date | None = None) -> Store:
    """Return a store with everything that the project's files say, and the bounds of every date.

    With `known_on`, only the sources that can have been published by that day, and their claims, remain.
    """
    store, files = Store(), source_files(root)
    sizes = list(accumulate(path.stat().st_size for path, _ in files))
    with bar("Reading", sizes[-1], "bytes") as read:
        for (path, graph), size in zip(files, sizes, strict=True):
            read_into(store, path, graph)
            read(size)
    if known_on:
        forget_later_sources(store, known_on)
    add_date_bounds(store)
    return store


def read_dataset(path: Path) -> Store:
    """Return a store with an N-Quads or TriG file, such as `dist/moonpact.nq`, and nothing else.

    Raises MoonpactError with file and line if the file cannot be read or is not well-formed.
    """
    store = Store()
    with _dataset(path) as (file, kind):
        store.load(file, format=kind)
    return store


def stream_dataset(path: Path) -> Iterator[Quad]:
    """Yield the quads of an N-Quads or TriG file. Raises as `read_dataset` does."""
    with _dataset(path) as (file, kind):
        yield from parse(file, format=kind)


@contextmanager
def _dataset(path: Path) -> Iterator[tuple[IO[bytes], RdfFormat]]:
    kind = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.N_QUADS
    with _told(path), bar("Reading", path.stat().st_size, "bytes") as read, path.open("rb") as file:
        yield cast("IO[bytes]", _Watched(file, read)), kind


class _Watched:
    """A binary file whose reader is watched."""

    def __init__(self, file: IO[bytes], read: Callable[[int], None]) -> None:
        self._file, self._read = file, read

    def read(self, size: int = -1) -> bytes:
        part = self._file.read(size)
        self._read(self._file.tell())
        return part


def edtf_literals(store: Store) -> list[Literal]:
    """Return every EDTF literal of a store once, dates or not."""
    query = f"SELECT DISTINCT ?date WHERE {{ GRAPH ?g {{ ?s ?p ?date }} FILTER (DATATYPE(?date) = <{names.EDTF}>) }}"
    return [date for (date,) in stream(store, query)[1] if isinstance(date, Literal)]


def add_date_bounds(store: Store) -> None:
    """Add the bounds of every EDTF literal in a store to its dates graph."""
    store.extend(date_bounds(edtf_literals(store)))


def date_bounds(terms: Iterable[object]) -> list[Quad]:
    """Return the bounds of each EDTF literal among `terms`, as quads of the dates graph; others are ignored.

    A literal that is no EDTF date has no bounds: `check` reports it.
    """
    graph = NamedNode(names.DATES_GRAPH)
    texts = {t.value for t in terms if isinstance(t, Literal) and t.datatype == _EDTF}
    quads: list[Quad] = []
    for text in sorted(texts):
        try:
            first, last = dates.bounds(text)
        except ValueError:
            continue
        node = NamedNode(f"{names.ID}date/{quote(text, safe='')}")
        for predicate, value in (
            (names.RDF + "type", NamedNode(names.PACT + "DateBounds")),
            (names.PACT + "edtf", Literal(text, datatype=_EDTF)),
            (names.PACT + "earliest", Literal(first.isoformat(), datatype=_XSD_DATE)),
            (names.PACT + "latest", Literal(last.isoformat(), datatype=_XSD_DATE)),
        ):
            quads.append(Quad(node, NamedNode(predicate), value, graph))
    return quads


def forget_later_sources(store: Store, known_on: date) -> None:
    """Take out of the store each source that was surely not known on a day, with its claims.

    A source is known from its publication, or from `pact:knownFrom` if it was added after later ones.
    """
    claims, source_of = NamedNode(names.CLAIMS_GRAPH), NamedNode(names.PACT + "source")
    part_of = NamedNode("http://purl.org/dc/terms/isPartOf")
    issued = NamedNode("http://purl.org/dc/terms/issued")
    known_from = NamedNode(names.PACT + "knownFrom")
    for dated in list(store.quads_for_pattern(None, issued, None, claims)):
        days = [dated, *store.quads_for_pattern(dated.subject, known_from, None, claims)]
        texts = [quad.object.value for quad in days if isinstance(quad.object, Literal)]
        if all(dates.bounds(text)[0] <= known_on for text in texts):
            continue
        gone = [dated.subject]
        gone += [q.subject for q in store.quads_for_pattern(None, part_of, dated.subject, claims)]
        for quad in list(store.quads_for_pattern(None, source_of, dated.subject, claims)):
            gone.append(quad.subject)
            if isinstance(quad.subject, NamedNode):
                store.remove_graph(quad.subject)
        for subject in gone:
            for quad in list(store.quads_for_pattern(subject, None, None, claims)):
                store.remove(quad)
