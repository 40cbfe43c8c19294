"""The dataset into a SPARQL 1.1 server: in batches of whole claims, resumable, and compared quad by quad at the end.

Each batch is one INSERT DATA that also writes the batch's own name into `graph:load`. A server that keeps its
promises takes an update whole or not at all, so these names tell at any time which batches are in. They go when
everything was read back and found equal.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Store

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS
from moonpact.endpoint import ask_endpoint, count_at_endpoint, update_endpoint
from moonpact.errors import MoonpactError
from moonpact.tables import text

BATCH = 2000
_LOG, _PART = f"{names.GRAPH}load", f"{names.ID}load/"
_EVIDENCE = NamedNode(names.PACT + "evidence")
_CLAIMS = NamedNode(names.CLAIMS_GRAPH)
_SHARED = (
    names.ONTOLOGY_GRAPH,
    names.ENTITIES_GRAPH,
    names.CLAIMS_GRAPH,
    names.RULINGS_GRAPH,
    names.DATES_GRAPH,
    *DERIVED_GRAPHS,
)
_OURS = f'STRSTARTS(STR(?g), "{names.BASE}")'
_COUNT = f"SELECT (COUNT(*) AS ?count) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER ({_OURS} && ?g != <{_LOG}>) }}"
_DROP_AT_ONCE = 200


@dataclass(frozen=True)
class Loaded:
    """What a load did: quads in the dataset, batches sent now, batches that an earlier load had sent."""

    quads: int
    sent: int
    found: int


def load_into(  # noqa: PLR0913 - an argument for each option
    store: Store,
    query_url: str,
    update_url: str,
    *,
    replace: bool = False,
    batch: int = BATCH,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Loaded:
    """Put a store into a server and compare what the server then holds with it.

    A load that was cut off is resumed. `replace` drops what the server holds of Moonpact; otherwise a server
    that holds another dataset is refused. `progress` is told quads done and quads in all, twice over: for
    sending and for comparing. Raises MoonpactError that says exactly which batches are in.
    """
    name, count = _identity(store, batch)
    total = len(store)
    present = _present(query_url)
    held = _held(query_url)
    if replace and held and not any(part.startswith(name) for part in present):
        _drop(query_url, update_url)
        present, held = set(), 0
    mine = {part for part in present if part.startswith(name)}
    if held and not mine and held != total:
        raise MoonpactError(
            f"the server already holds {held} quads of another Moonpact dataset",
            where=query_url,
            remedy="Give --replace to drop them first. Nothing was changed.",
        )
    done, sent = 0, 0
    for number, quads in enumerate(_batches(store, batch)):
        part = f"{name}{number}"
        done += len(quads)
        if part not in mine and (mine or not held):
            try:
                update_endpoint(update_url, _insert(quads, part))
            except MoonpactError as error:
                raise _stopped(error, query_url, name, count, done - len(quads), total) from error
            sent += 1
        progress(done, 2 * total)
    _compare(store, query_url, batch, total, progress)
    update_endpoint(update_url, f"DROP SILENT GRAPH <{_LOG}>")
    return Loaded(total, sent, count - sent)


def update_address(query_url: str) -> str:
    """Return where updates go: Oxigraph and Fuseki have `update` beside `query`; others take both at one address."""
    stem, _, last = query_url.rpartition("/")
    return f"{stem}/update" if last == "query" else query_url


def _batches(store: Store, size: int) -> Iterator[list[Quad]]:
    """Yield the store in batches of whole units, always the same for the same store."""
    batch: list[Quad] = []
    for unit in _units(store):
        if batch and len(batch) + len(unit) > size:
            yield batch
            batch = []
        batch += unit
    if batch:
        yield batch


def _units(store: Store) -> Iterator[list[Quad]]:
    """Yield what must not be torn: all of one subject in a graph; a claim with its content and its passages."""
    for graph in map(NamedNode, _SHARED):
        gone: set[object] = set()
        for subject in sorted({quad.subject for quad in store.quads_for_pattern(None, None, None, graph)}, key=str):
            if subject in gone:
                continue
            unit = list(store.quads_for_pattern(subject, None, None, graph))
            if graph == _CLAIMS and isinstance(subject, NamedNode):
                unit += store.quads_for_pattern(None, None, None, subject)
                for passage in [quad.object for quad in unit if quad.predicate == _EVIDENCE]:
                    if passage not in gone and isinstance(passage, NamedNode):
                        unit += store.quads_for_pattern(passage, None, None, graph)
                        gone.add(passage)
            yield unit


def _identity(store: Store, size: int) -> tuple[str, int]:
    """Return the stem of the names of a dataset's batches, which depends on all its quads, and their number."""
    total, count = 0, 0
    for quads in _batches(store, size):
        count += 1
        for quad in quads:
            total += int.from_bytes(hashlib.sha256(str(quad).encode()).digest())
    return f"{_PART}{total % 2**256:064x}-{size}/", count


def _insert(quads: Sequence[Quad], part: str) -> str:
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(f"{quad.subject} {quad.predicate} {quad.object} .")
    body = "\n".join("\n".join([f"GRAPH {graph} {{", *lines, "}"]) for graph, lines in graphs.items())
    return f"INSERT DATA {{\n{body}\nGRAPH <{_LOG}> {{ <{part}> <{names.RDF}value> {len(quads)} }}\n}}"


def _present(url: str) -> set[str]:
    rows = ask_endpoint(url, f"SELECT ?part WHERE {{ GRAPH <{_LOG}> {{ ?part <{names.RDF}value> ?quads }} }}").rows
    return {text(part) for (part,) in rows}


def _held(url: str) -> int:
    return count_at_endpoint(url, _COUNT)


def _drop(query_url: str, update_url: str) -> None:
    """Drop every graph of ours, the log last, so that a drop that is cut off is not taken for a load."""
    rows = ask_endpoint(query_url, f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER ({_OURS}) }}").rows
    graphs = sorted({text(graph) for (graph,) in rows} - {_LOG})
    for start in range(0, len(graphs), _DROP_AT_ONCE):
        part = graphs[start : start + _DROP_AT_ONCE]
        update_endpoint(update_url, " ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in part))
    update_endpoint(update_url, f"DROP SILENT GRAPH <{_LOG}>")


def _stopped(  # noqa: PLR0913, PLR0917 - what the message tells
    error: MoonpactError, url: str, name: str, count: int, done: int, total: int
) -> MoonpactError:
    """Return an error that tells what is in, as the server says, or else as it had answered before."""
    again = "Run the same command again: it sends only what is missing."
    try:
        here = sum(1 for part in _present(url) if part.startswith(name))
        held = _held(url)
    except MoonpactError:
        what = (
            f"the load stopped and the server no longer answers; before, it had taken {done} of {total} quads"
            f" in whole batches ({error.what})"
        )
        return MoonpactError(what, where=url, remedy=f"Start the server. {again}")
    what = (
        f"the load stopped: {here} of {count} batches are in, {held} of {total} quads, no claim in part ({error.what})"
    )
    return MoonpactError(what, where=url, remedy=again)


def _compare(store: Store, url: str, size: int, total: int, progress: Callable[[int, int], None]) -> None:
    """Read every batch back and compare it quad by quad; then see that the server holds nothing else of ours."""
    done, wrong = 0, 0
    example = ""
    for quads in _batches(store, size):
        there = _read_back(url, quads)
        for quad in quads:
            if quad not in there:
                wrong += 1
                example = example or str(quad)
        done += len(quads)
        progress(total + done, 2 * total)
    held = _held(url)
    if wrong or held != total:
        shown = f"; one is {example}" if example else ""
        raise MoonpactError(
            f"the server holds not what was sent: {wrong} of {total} quads are missing or changed, {held} held{shown}",
            where=url,
            remedy="Give --replace to load everything anew.",
        )


def _read_back(url: str, quads: Sequence[Quad]) -> set[Quad]:
    """Return all that the server holds of the subjects and claims of a batch; a query for each shared graph."""
    shared: dict[str, set[str]] = {}
    claims: set[str] = set()
    for quad in quads:
        if text(quad.graph_name) in _SHARED:
            shared.setdefault(str(quad.graph_name), set()).add(str(quad.subject))
        else:
            claims.add(str(quad.graph_name))
    bodies = [
        f"VALUES ?s {{ {' '.join(sorted(subjects))} }} GRAPH {graph} {{ ?s ?p ?o }} BIND ({graph} AS ?g)"
        for graph, subjects in shared.items()
    ]
    bodies += [f"VALUES ?g {{ {' '.join(sorted(claims))} }} GRAPH ?g {{ ?s ?p ?o }}"] if claims else []
    rows = (row for body in bodies for row in ask_endpoint(url, f"SELECT ?g ?s ?p ?o WHERE {{ {body} }}").rows)
    return {Quad(s, p, o, g) for g, s, p, o in rows}  # type: ignore[arg-type]
