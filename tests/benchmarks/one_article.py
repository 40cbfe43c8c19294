"""What one article costs as the data grow: `python tests/benchmarks/one_article.py 10000 100000 1000000`.

Fills a store on disk with a made-up world of each size and the facts that it supports. Then one new article after
another is checked against the store and put into it. Prints medians in seconds of processor time of one process, how much of
the data they looked at, what deriving all anew costs, and growth exponents over the sizes.
"""

import argparse
import math
import statistics
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse, serialize

from benchmarks.check_speed import processor_time
from benchmarks.world import new_articles, nquads
from moonpact import names
from moonpact.check import check
from moonpact.derive import derive
from moonpact.load import date_bounds
from moonpact.stored import change_stored, fill_stored

ROOT = Path(__file__).parents[2]
ARTICLES = 7


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that work takes."""
    start = processor_time()
    work()
    return processor_time() - start


def measure(quads: int, folder: Path) -> dict[str, float]:
    """Return the medians over some new articles on a world of about this many quads."""
    store = Store()
    store.extend(parse("".join(nquads(ROOT, quads)), format=RdfFormat.N_QUADS))
    store.extend(date_bounds(quad.object for quad in store))
    found = {"derive everything": seconds(lambda: derive(store, ROOT))}
    found["quads with facts"] = fill_stored(folder / "store", store)
    rows: dict[str, list[float]] = {}
    for name, article in islice(new_articles(1), ARTICLES):
        path = folder / f"{name}.trig"
        lines = (f"{s} {p} {o} {'' if g == f'<{names.CLAIMS_GRAPH}>' else g} .\n" for g, s, p, o in article)
        parsed = list(parse("".join(lines), format=RdfFormat.N_QUADS))
        serialize(parsed, str(path), format=RdfFormat.TRIG, prefixes=names.VOCABULARIES)
        start = processor_time()
        report = check(ROOT, [path], location=folder / "store")
        rows.setdefault("check", []).append(processor_time() - start)
        rows.setdefault("quads looked at", []).append(len(report.store))
        written = list(parse("".join(f"{s} {p} {o} {g} .\n" for g, s, p, o in article), format=RdfFormat.N_QUADS))
        change = seconds(lambda written=written: change_stored(folder / "store", written, ROOT))  # type: ignore[misc]
        rows.setdefault("put in and derive", []).append(change)
    return found | {what: statistics.median(values) for what, values in rows.items()}


def main() -> None:
    """Measure at each size, and print a table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000])
    sizes = parser.parse_args().sizes
    results = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            results.append(measure(size, Path(folder)))
            print(size, {what: round(value, 3) for what, value in results[-1].items()}, flush=True)
    for what in results[0] if len(sizes) > 1 else ():
        growth = math.log(results[-1][what] / results[0][what]) / math.log(sizes[-1] / sizes[0])
        print(f"{what}: grows with exponent {growth:.2f}")


if __name__ == "__main__":
    main()
