"""One engine at one task, in a process of its own, so that its memory is its own: results are lines of JSON.

`python -m benchmarks.peers ENGINE TASK FILE [QUESTION ...]` prints `{"task": ..., "seconds": ...}` for each thing that
it has timed, as soon as it has. A missing engine prints `{"missing": why}`.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from benchmarks.growth import growth
from benchmarks.timing import ROOT, missing, tell, timed
from moonpact.queryfile import read_query_file

Ask = Callable[[str], int]


@contextmanager
def _ours(file: Path) -> Iterator[Ask]:
    from moonpact.load import read_dataset
    from moonpact.questions import run

    store = read_dataset(file)
    yield lambda query: len(run(store, query).rows)


def _drained(store: Store, query: str) -> int:
    """Return the number of rows of a SELECT, each read."""
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    return sum(1 for _ in rows)


@contextmanager
def _pyoxigraph(file: Path) -> Iterator[Ask]:
    store = Store()
    store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
    yield partial(_drained, store)


@contextmanager
def _disk(file: Path) -> Iterator[Ask]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(folder)
        store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
        yield partial(_drained, store)


@contextmanager
def _rdflib(file: Path) -> Iterator[Ask]:
    import rdflib

    data = rdflib.Dataset()
    data.parse(file, format="nquads")
    yield lambda query: len(list(data.query(query)))


@contextmanager
def _maplib(file: Path) -> Iterator[Ask]:
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
    yield lambda query: len(model.query(query))


def _over_http(url: str) -> Ask:
    def ask(query: str) -> int:
        body = urlencode({"query": query}).encode()
        request = Request(url, body, {"Accept": "application/sparql-results+json"})
        with urlopen(request, timeout=600) as answer:
            return len(json.load(answer)["results"]["bindings"])

    return ask


@contextmanager
def _fuseki(file: Path) -> Iterator[Ask]:
    import engines

    with tempfile.TemporaryDirectory() as folder, _installed(engines.fuseki(Path(folder) / "tdb2")) as engine:
        body = file.read_bytes()
        request = Request(engine.query.replace("/sparql", "/data"), body, {"Content-Type": "application/n-quads"})
        urlopen(request, timeout=600).close()
        yield _over_http(engine.query)


@contextmanager
def _virtuoso(file: Path) -> Iterator[Ask]:
    import subprocess

    import engines

    with tempfile.TemporaryDirectory() as folder, _installed(engines.virtuoso(Path(folder) / "store")) as engine:
        settings = (Path(folder) / "store/virtuoso.ini").read_text()
        (Path(folder) / "store/data.nq").symlink_to(file.resolve())
        sql = settings.partition("ServerPort = ")[2].splitlines()[0]
        load = f"DB.DBA.TTLP_MT (file_open ('{folder}/store/data.nq'), '', 'urn:none', 512, 0, 2); checkpoint;"
        subprocess.run(["isql-vt", sql, "dba", "dba", f"exec={load}"], check=True, capture_output=True)
        yield _over_http(engine.query)


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
    "Fuseki TDB2": _fuseki,
    "Virtuoso": _virtuoso,
    "maplib": _maplib,
    "rdflib": _rdflib,
}


def questions(engine: str, file: Path, wanted: list[str]) -> None:
    """Time loading the file, then each question."""
    start = time.perf_counter()
    with ENGINES[engine](file) as ask:
        tell(task="load", seconds=time.perf_counter() - start)
        for name in wanted:
            query = read_query_file(ROOT / f"queries/{name}.rq").text
            try:
                timed(name, lambda query=query: ask(query), warm=True)  # type: ignore[misc]
            except Exception as error:  # noqa: BLE001 - whatever an engine says is a result here
                tell(task=name, error=f"{type(error).__name__}: {str(error)[:200]}")


def pipeline(engine: str, file: Path) -> None:
    """Time what the project does with a dataset: derive, check, export; with pySHACL, the check alone."""
    from moonpact.load import date_bounds, read_dataset

    if engine == "pySHACL":
        _pyshacl(file)
        return
    from moonpact.check import apply_rules
    from moonpact.derive import derive
    from moonpact.places import Places

    store = read_dataset(file)

    def with_dates() -> None:
        store.extend(date_bounds(quad.object for quad in store))
        derive(store, ROOT)

    timed("derive", with_dates)
    timed("check", lambda: len(apply_rules(store, ROOT, Places([]))))
    timed("one pass over the store", lambda: sum(1 for _ in store))
    with tempfile.TemporaryDirectory() as folder:
        timed("export N-Quads, TriG, Turtle, JSON-LD", lambda: _exported(store, Path(folder)))


def _exported(store: Store, folder: Path) -> int:
    from moonpact import exports
    from moonpact.dist import staged

    with staged(folder) as stage:
        return exports.write_dataset(store, stage).quads


def _pyshacl(file: Path) -> None:
    import subprocess

    store = Store()
    store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
    with tempfile.TemporaryDirectory() as folder:
        data, shapes = Path(folder) / "data.nt", Path(folder) / "shapes.ttl"
        data.write_text("".join(dict.fromkeys(f"{quad.triple} .\n" for quad in store)))
        shapes.write_text("\n".join(path.read_text() for path in sorted((ROOT / "shapes").glob("*.ttl"))))
        command = [sys.executable, "-m", "pyshacl", "-s", str(shapes), "-df", "nt", "-f", "table", str(data)]
        timed("check", lambda: subprocess.run(command, check=False, capture_output=True).returncode)


def main() -> None:
    """Run one engine at one task."""
    engine, task, file, *rest = sys.argv[1:]
    if task == "pipeline":
        pipeline(engine, Path(file))
    elif task == "growth":
        growth(engine, Path(file))
    else:
        questions(engine, Path(file), rest)
    tell(done=True)


if __name__ == "__main__":
    main()
