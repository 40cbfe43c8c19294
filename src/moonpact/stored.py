"""Stores on disk: what they hold of an article, and how a changed article gets in with what it changes."""

import re
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS, derive
from moonpact.errors import MoonpactError
from moonpact.load import date_bounds
from moonpact.neighbourhood import (
    CLAIMS,
    ONTOLOGY,
    PART_OF,
    SOURCE,
    Dataset,
    Neighbourhood,
    damage_told,
    is_content,
)  # fmt: skip
from moonpact.reach import rules_are_known

_COMPUTED = [NamedNode(graph) for graph in (*DERIVED_GRAPHS, names.DATES_GRAPH)]
# what RocksDB calls its files
_OF_A_STORE = re.compile(r"CURRENT|IDENTITY|LOCK|LOG(\.old\.\d+)?|(MANIFEST|OPTIONS)-\d+|\d+\.\w+|lost")
_DATES, _EDTF = NamedNode(names.DATES_GRAPH), NamedNode(names.PACT + "edtf")


def open_stored(location: Path) -> Store:
    """Return an Oxigraph store on disk, to read. Raises MoonpactError if there is none, or none of Moonpact."""
    remedy = "Fill a folder with “moonpact load --location DIR”."
    try:
        with damage_told():
            store = Store.read_only(str(location))
    except (OSError, ValueError) as error:
        raise MoonpactError(f"no Oxigraph store: {error}", where=str(location), remedy=remedy) from error
    if not any(Dataset(store).quads(graph=ONTOLOGY)):
        raise MoonpactError("this store does not hold Moonpact's ontology", where=str(location), remedy=remedy)
    return store


def fill_stored(location: Path, quads: Iterable[Quad], *, replace: bool = False) -> int:
    """Write a new store on disk and return the number of its quads; it takes its place when it is whole.

    Raises MoonpactError if there is something at this place and `replace` is not given, or something else than a
    store, or if it cannot be written.
    """
    location = location.resolve()
    if location.is_dir() and (other := sorted(p.name for p in location.iterdir() if not _OF_A_STORE.fullmatch(p.name))):
        raise MoonpactError(
            f"“{other[0]}” is no part of an Oxigraph store",
            where=str(location),
            remedy="Name a new folder, or one that holds a store and nothing else. Nothing was changed.",
        )
    if location.exists() and not replace and (not location.is_dir() or any(location.iterdir())):
        raise MoonpactError(
            "there is something already",
            where=str(location),
            remedy="Give --replace to put the dataset in its place, or name files to change single articles.",
        )
    fresh, old = (location.with_name(f".{location.name}.{state}") for state in ("new", "old"))
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        store = Store(str(fresh))
        store.bulk_extend(quads)
        store.flush()
        total = len(store)
        del store  # it is open until then
        shutil.rmtree(old, ignore_errors=True)
        if location.exists():
            location.rename(old)
        fresh.rename(location)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        remedy = "Nothing there was changed. Free space or permissions, then run again."
        raise MoonpactError(f"cannot be written: {error}", where=str(location), remedy=remedy) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return total


def change_stored(location: Path, quads: Collection[Quad], root: Path, *, remove: bool = False) -> tuple[int, int]:
    """Put files into a store on disk in place of their earlier versions, or take these out, and derive what changes.

    Returns how many quads went out and in, derived ones included. Raises MoonpactError if the store is in use.
    """
    open_stored(location)
    try:
        store = Store(str(location))
    except OSError as error:
        remedy = "Another process writes to it; try again when it has ended."
        raise MoonpactError(f"cannot be opened for writing: {error}", where=str(location), remedy=remedy) from error
    with damage_told():
        done = derive_change(store, earlier_version(Dataset(store), quads), () if remove else quads, root)
        store.flush()
    return done


def earlier_version(data: Dataset, quads: Collection[Quad]) -> set[Quad]:
    """Return what a dataset holds of the things that some files describe, and of the articles that stand in them.

    An article is its source with all claims of it and all its passages, whether the files still have these or not.
    """
    found: set[Quad] = set()
    for quad in quads:
        if is_content(quad):
            found.update(data.quads(graph=quad.graph_name))
    for node, graph in {(quad.subject, quad.graph_name) for quad in quads if not is_content(quad)}:
        found.update(data.quads(node, graph=graph))
        if graph == CLAIMS:
            for claim in data.quads(None, SOURCE, node, CLAIMS):
                found.update(data.quads(claim.subject, graph=CLAIMS))
                found.update(data.quads(graph=claim.subject))
            for span in data.quads(None, PART_OF, node, CLAIMS):
                found.update(data.quads(span.subject, graph=CLAIMS))
    return found


def derive_change(store: Store, removed: Collection[Quad], added: Collection[Quad], root: Path) -> tuple[int, int]:
    """Change a derived store in place, in one transaction, so that it is as if all had been derived anew.

    Only the neighbourhood of the quads is derived, as it was and as it will be; the difference goes into the store.
    A change of the ontology, or a project with rules of its own, derives everything. Returns how many quads went out
    and in. Raises MoonpactError if a quad has a blank node, which could not be found again.
    """
    if any("_:" in (str(quad.subject)[:2], str(quad.object)[:2]) for quad in (*removed, *added)):
        raise MoonpactError("a blank node cannot be changed in a store", remedy="Give the node an IRI.")
    gone = {quad for quad in set(removed) - set(added) if quad in store}
    new = {quad for quad in added if quad not in store}
    fresh = Store()
    fresh.extend(new)
    data = Dataset(store, fresh)
    if rules_are_known(root) and not any(quad.graph_name == ONTOLOGY for quad in (*gone, *new)):
        area = Neighbourhood(data)
        area.affect([*gone, *new])
        area.close()
        quads = area.quads
    else:
        quads = set(data.quads())
    before, after = _derived(quads - new, root), _derived(quads - gone, root)
    outgoing = gone | _without_bounds_in_use(before - after, data, gone)
    incoming = new | (after - before)
    _replace(store, outgoing, incoming)
    return len(outgoing), len(incoming)


def _derived(quads: set[Quad], root: Path) -> set[Quad]:
    store = Store()
    store.extend(quads)
    store.extend(date_bounds(quad.object for quad in quads))
    derive(store, root)
    return {quad for graph in _COMPUTED for quad in store.quads_for_pattern(None, None, None, graph)}


def _without_bounds_in_use(quads: set[Quad], data: Dataset, gone: set[Quad]) -> set[Quad]:
    """Return the quads but for the bounds of dates that stand elsewhere in the dataset too."""
    used = {
        quad.subject
        for quad in quads
        if quad.predicate == _EDTF and any(other not in gone for other in data.quads(None, None, quad.object))
    }
    return {quad for quad in quads if not (quad.graph_name == _DATES and quad.subject in used)}


def _replace(store: Store, outgoing: set[Quad], incoming: set[Quad]) -> None:
    """Take quads out of a store and put others in, both or neither."""
    updates = []
    for what, quads in (("DELETE", outgoing), ("INSERT", incoming)):
        lines = [f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in quads]
        updates.append(f"{what} DATA {{ {' '.join(lines)} }}")
    store.update(" ;\n".join(updates))
