"""One engine at one task, in a process of its own, so that its memory is its own: results are lines of JSON.

`python -m benchmarks.peers ENGINE TASK FILE LIMIT [QUESTION ...]` prints `{"task": ..., "seconds": ...}` for each thing
that it has timed, as soon as it has, and the digest of what a question gave; a question that takes longer than the
limit is cut off and told as `{"over": LIMIT}`. A missing engine prints `{"missing": why}`.
"""

import hashlib
import json
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from benchmarks.growth import growth
from benchmarks.pipeline import pipeline
from benchmarks.timing import ROOT, missing, tell, timed
from moonpact.queryfile import read_query_file
from moonpact.tables import text

# what asks a question, and what gives the texts of the cells of what it returned, or None where they are not compared
Asked = Iterator[tuple[Callable[[str], Any], Callable[[Any], Iterable[Iterable[str]]] | None]]


def _cells(rows: Iterable[Iterable[Any]]) -> Iterator[list[str]]:
    return ([text(cell) for cell in row] for row in rows)


@contextmanager
def _ours(file: Path) -> Asked:
    from moonpact.load import read_dataset
    from moonpact.questions import run

    store = read_dataset(file)
    yield lambda query: run(store, query).rows, _cells


def _kept(store: Store, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a SELECT as anybody would keep them."""
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    return [tuple(row) for row in rows]


@contextmanager
def _pyoxigraph(file: Path) -> Asked:
    store = Store()
    # as we do: from several threads (`bulk_load`) the quads come in another order, which takes longer to ask
    store.load(path=str(file), format=RdfFormat.N_QUADS)
    yield partial(_kept, store), _cells


@contextmanager
def _disk(file: Path) -> Asked:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
        yield partial(_kept, store), _cells


@contextmanager
def _rdflib(file: Path) -> Asked:
    import rdflib

    data = rdflib.Dataset()
    data.parse(file, format="nquads")
    yield (
        lambda query: list(data.query(query)),
        lambda rows: (("" if c is None else str(c) for c in row) for row in rows),
    )


@contextmanager
def _maplib(file: Path) -> Asked:
    try:
        import maplib  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise missing("maplib (PyPI)") from error
    model: Any = maplib.Model()
    # it reads no quads, but triples into a graph that is named
    graphs: dict[str, list[str]] = {}
    for quad in parse(path=str(file), format=RdfFormat.N_QUADS):
        graphs.setdefault(str(quad.graph_name)[1:-1], []).append(f"{quad.triple} .\n")
    for graph, triples in graphs.items():
        model.reads("".join(triples), format="ntriples", graph=graph)
    yield model.query, None  # the cells are of Polars' types


def _over_http(url: str, query: str) -> Any:  # noqa: ANN401 - JSON
    body = urlencode({"query": query}).encode()
    request = Request(url, body, {"Accept": "application/sparql-results+json"})
    with urlopen(request, timeout=3600) as answer:
        return json.load(answer)


def _bound(document: Any) -> Iterator[list[str]]:  # noqa: ANN401 - JSON
    heads, rows = document["head"]["vars"], document["results"]["bindings"]
    return ([_plain(row.get(head, {"value": ""})) for head in heads] for row in rows)


def _plain(cell: dict[str, str]) -> str:
    """Return the text of a cell; Virtuoso keeps booleans as numbers."""
    boolean = cell.get("datatype", "").endswith("#boolean")
    return {"1": "true", "0": "false"}.get(cell["value"], cell["value"]) if boolean else cell["value"]


@contextmanager
def _server(start: Callable[[], AbstractContextManager[Any]], load: Callable[[Any], object]) -> Asked:
    """Start a server and fill it; where a question was cut off, start it anew, for it would go on computing."""
    with ExitStack() as stack:
        engine = stack.enter_context(_installed(start()))
        load(engine)

        def ask(query: str) -> object:
            nonlocal engine
            try:
                return _over_http(engine.query, query)
            except TimeoutError:
                stack.close()
                engine = stack.enter_context(start())
                raise

        yield ask, _bound


@contextmanager
def _fuseki(file: Path) -> Asked:
    import engines

    def load(engine: Any) -> None:  # noqa: ANN401
        kind = {"Content-Type": "application/n-quads"}
        urlopen(Request(engine.query.replace("/sparql", "/data"), file.read_bytes(), kind), timeout=3600).close()

    with tempfile.TemporaryDirectory() as folder, _server(lambda: engines.fuseki(Path(folder) / "tdb2"), load) as asked:
        yield asked


@contextmanager
def _virtuoso(file: Path) -> Asked:
    import subprocess

    import engines

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"

        def start() -> AbstractContextManager[Any]:
            (store / "virtuoso.lck").unlink(missing_ok=True)  # left behind when killed
            return engines.virtuoso(store)

        def load(_engine: object) -> None:
            (store / "data.nq").symlink_to(file.resolve())
            sql = (store / "virtuoso.ini").read_text().partition("ServerPort = ")[2].splitlines()[0]
            command = (
                f"log_enable (2, 1); DB.DBA.TTLP (file_open ('{store}/data.nq'), '', 'urn:none', 512); checkpoint;"
            )
            subprocess.run(["isql-vt", sql, "dba", "dba", f"exec={command}"], check=True, capture_output=True)

        with _server(start, load) as asked:
            yield asked


@contextmanager
def _installed(running: Any) -> Iterator[Any]:  # noqa: ANN401 - a context manager of any engine
    import engines

    try:
        engine = running.__enter__()
    except engines.NotInstalledError as error:
        raise missing(str(error)) from error
    try:
        yield engine
    finally:
        running.__exit__(None, None, None)


ENGINES = {
    "moonpact": _ours,
    "pyoxigraph": _pyoxigraph,
    "pyoxigraph on disk": _disk,
    "Virtuoso": _virtuoso,
    "Fuseki TDB2": _fuseki,
    "maplib": _maplib,
    "rdflib": _rdflib,
}


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise TimeoutError after so many seconds, as soon as Python is reached again."""

    def end(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def questions(engine: str, file: Path, limit: float, wanted: list[str]) -> None:
    """Time loading the file, then each question."""
    start = time.perf_counter()
    with ENGINES[engine](file) as (ask, texts):
        tell(task="load", seconds=time.perf_counter() - start)
        for name in wanted:
            query = read_query_file(ROOT / f"queries/{name}.rq").text

            def limited(query: str = query) -> Any:  # noqa: ANN401 - of any engine
                with _limited(limit):
                    return ask(query)

            try:
                answer = timed(name, limited, warm=True)
                rows = sorted("\t".join(row) for row in texts(answer)) if texts else answer
                digest = hashlib.sha256("\n".join(rows).encode()).hexdigest() if texts else None
                tell(task=name, rows=len(rows), digest=digest)
            except TimeoutError:
                tell(task=name, over=limit)
            except Exception as error:  # noqa: BLE001 - whatever an engine says is a result here
                tell(task=name, error=f"{type(error).__name__}: {str(error)[:200]}")


def main() -> None:
    """Run one engine at one task."""
    engine, task, file, limit, *rest = sys.argv[1:]
    if task == "pipeline":
        pipeline(Path(file))
    elif task == "growth":
        growth(engine, Path(file))
    else:
        questions(engine, Path(file), float(limit), rest)
    tell(done=True)


if __name__ == "__main__":
    main()
