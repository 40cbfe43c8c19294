"""Our rules on a file of N-Quads that is already derived: `python -m benchmarks.shacl_ours shapes|rules FILE`.

Prints one finding a line: shape, constraint, focus node and value; a finding of a query rule has no constraint.
"""

import sys
from pathlib import Path

from moonpact.load import read_dataset
from moonpact.parallel import run_each
from moonpact.queryfile import read_query_file
from moonpact.scouts import worth_asking
from moonpact.shapes import compile_shapes, read_shapes
from moonpact.tables import text

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Check the file by the shapes, or by the shapes and the query rules."""
    _, what, file = sys.argv
    store = read_dataset(Path(file))
    paths = sorted((ROOT / "shapes").glob("*.rq")) if what == "rules" else []
    rules, paths = worth_asking(store, compile_shapes(read_shapes(ROOT), store), paths)
    asked = [(rule.query, rule.shape, rule.component) for rule in rules]
    asked += [(read_query_file(path).text, path.stem, "") for path in paths]
    answers = run_each(store, [(query, name) for query, name, _ in asked])
    for (_, name, component), answer in zip(asked, answers, strict=True):
        for row in answer.rows:
            print(name, component, text(row[0]), text(row[-1]), sep="\t")


if __name__ == "__main__":
    main()
