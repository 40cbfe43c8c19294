"""What the project does with a dataset, timed: derive, check, export; with pySHACL, the check alone."""

import sys
import tempfile
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from benchmarks.timing import ROOT, timed


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
