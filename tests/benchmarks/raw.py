"""What asking through us adds to raw pyoxigraph: each stored question both ways, in turn, on one store in one process.

`python -m benchmarks.raw FILE ...` prints the geometric means of our processor time over that of pyoxigraph, with the
rows kept (`run`, against a list of tuples) and read one by one (`stream`, against rows of which no cell is looked at).
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from benchmarks.timing import ROOT
from moonpact.load import read_dataset
from moonpact.questions import read_questions, run, stream

ROUNDS, ENOUGH_SECONDS = 7, 8.0
WAYS: dict[str, Callable[[Store, str], object]] = {
    "kept": lambda store, query: run(store, query).rows,
    "kept, raw": lambda store, query: [tuple(row) for row in _rows(store, query)],
    "read": lambda store, query: sum(1 for _ in stream(store, query)[1]),
    "read, raw": lambda store, query: sum(1 for _ in _rows(store, query)),
}


def _rows(store: Store, query: str) -> QuerySolutions:
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    return rows


def seconds(store: Store, query: str) -> dict[str, float]:
    """Return the least seconds of processor time that each way of asking took."""
    least, spent = dict.fromkeys(WAYS, float("inf")), 0.0
    for turn in _turns():
        gc.collect()
        start = time.process_time()
        WAYS[turn](store, query)
        passed = time.process_time() - start
        least[turn], spent = min(least[turn], passed), spent + passed
        if spent > ENOUGH_SECONDS and float("inf") not in least.values():
            break
    return least


def _turns() -> Iterator[str]:
    for turn in range(ROUNDS):
        yield from reversed(WAYS) if turn % 2 else WAYS


def main() -> None:
    """Measure on each file and print the ratios."""
    for file in sys.argv[1:]:
        store = read_dataset(Path(file))
        taken = {name: seconds(store, question.text) for name, question in read_questions(ROOT).items()}
        for way in ("kept", "read"):
            ratios = {name: least[way] / least[f"{way}, raw"] for name, least in taken.items()}
            worst = max(ratios, key=ratios.__getitem__)
            mean = statistics.geometric_mean(ratios.values())
            print(f"{file}, rows {way}: {mean:.3f} times over {len(ratios)}, at most {worst} {ratios[worst]:.2f}")
        print(f"{file}: {sum(least['kept'] for least in taken.values()):.2f} s for all")


if __name__ == "__main__":
    main()
