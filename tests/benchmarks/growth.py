"""How load, derivation and export grow with the data, beside rdflib's pipeline and Oxigraph's own loaders."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Store

from benchmarks.timing import ROOT, missing, timed

# rdflib needs minutes and gigabytes beyond
MOST_OF_RDFLIB = 300_000


def ours(file: Path, folder: Path) -> None:
    """Load, derive, write all as N-Quads and TriG with the facts as Turtle and JSON-LD, and the tables; load on disk."""
    from moonpact import exports
    from moonpact.derive import derive
    from moonpact.dist import staged
    from moonpact.load import add_date_bounds, read_dataset, stream_dataset
    from moonpact.stored import fill_stored

    store = timed("load", lambda: read_dataset(file))

    def derived() -> int:
        add_date_bounds(store)
        derive(store, ROOT)
        return len(store)

    def exported() -> int:
        with staged(_new(folder)) as stage:
            return exports.write_dataset(store, stage).quads

    def tables() -> None:
        with staged(_new(folder)) as stage:
            exports.write_claims(store, stage)
            exports.write_facts(store, stage)

    timed("derive", derived)
    timed("export", exported)
    timed("tables", tables)
    timed("load on disk", lambda: fill_stored(_new(folder) / "store", stream_dataset(file)))


def rdflib_pipeline(file: Path, folder: Path) -> None:
    """Load by rdflib and write what was loaded as N-Quads and TriG."""
    import rdflib

    with file.open("rb") as lines:
        if sum(1 for _ in lines) > MOST_OF_RDFLIB:
            raise missing(f"not tried past {MOST_OF_RDFLIB:,} quads")

    def load() -> rdflib.Dataset:
        data = rdflib.Dataset()
        data.parse(file, format="nquads")
        return data

    def export() -> None:
        for kind in ("nquads", "trig"):
            data.serialize(folder / kind, format=kind)

    data = timed("load", load)
    timed("export", export)


def engine_itself(file: Path, folder: Path) -> None:
    """Load the same file by what the engine has for it: in memory, and on disk by its own command."""
    timed("load", lambda: _bulk(file, Store()))
    oxigraph = Path(sys.executable).with_name("oxigraph")
    if not oxigraph.exists():
        raise missing("oxigraph (PyPI)")

    def command() -> None:
        place = _new(folder) / "store"
        subprocess.run([oxigraph, "load", "--location", place, "--file", file], check=True, capture_output=True)

    timed("load on disk", command)


def _bulk(file: Path, store: Store) -> int:
    store.bulk_load(path=str(file), format=RdfFormat.N_QUADS)
    return len(store)


def _new(folder: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=folder))


ENGINES: dict[str, Callable[[Path, Path], Any]] = {
    "moonpact": ours,
    "Oxigraph itself": engine_itself,
    "rdflib": rdflib_pipeline,
}


def growth(engine: str, file: Path) -> None:
    """Time one engine at one size; the files that it writes lie beside the data."""
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        ENGINES[engine](file, Path(folder))
