"""Our rules on a file of N-Quads that is already derived: `python -m benchmarks.shacl_ours shapes|rules FILE`.

Prints one finding a line: shape, constraint, focus node and value; a finding of a query rule has no constraint.
"""

import sys
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from moonpact.queryfile import read_query_file
from moonpact.questions import run
from moonpact.scouts import suspects, worth_asking
from moonpact.shapes import compile_shapes, read_shapes
from moonpact.tables import text

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Check the file by the shapes, or by the shapes and the query rules."""
    _, what, file = sys.argv
    store = Store()
    store.bulk_load(path=file, format=RdfFormat.N_QUADS)
    for rule in suspects(store, compile_shapes(read_shapes(ROOT), store)):
        for focus, value in run(store, rule.query).rows:
            print(rule.shape, rule.component, text(focus), text(value), sep="\t")
    if what == "rules":
        for path in worth_asking(store, sorted((ROOT / "shapes").glob("*.rq"))):
            for row in run(store, read_query_file(path).text).rows:
                print(path.stem, "", text(row[0]), text(row[-1]), sep="\t")


if __name__ == "__main__":
    main()
