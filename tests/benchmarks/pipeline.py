"""What the project does with a dataset, timed: derive, check, export."""

import tempfile
from pathlib import Path

from pyoxigraph import Store

from benchmarks.timing import ROOT, timed


def pipeline(file: Path) -> None:
    """Time what the project does with a dataset: derive, check, export."""
    from moonpact.check import apply_rules
    from moonpact.derive import derive
    from moonpact.load import date_bounds, read_dataset
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
