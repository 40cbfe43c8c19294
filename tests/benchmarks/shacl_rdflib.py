"""Our query rules in plain rdflib, on a derived file: `python -m benchmarks.shacl_rdflib SECONDS FILE`.

With the `pyshacl` command, which is built on rdflib, this is what finds everything that we find. Prints one finding a
line as `shacl_ours` does, and `over` with the name of each rule that was given up after so many seconds.
"""

import signal
import sys
from pathlib import Path

import rdflib

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Ask every query rule of the file, one after another."""
    seconds, file = int(sys.argv[1]), sys.argv[2]
    rdflib.NORMALIZE_LITERALS = False
    data = rdflib.Dataset()
    data.parse(file, format="nquads")
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    for path in sorted((ROOT / "shapes").glob("*.rq")):
        signal.alarm(seconds)
        try:
            answer = data.query(path.read_text())
            rows = [[row.get(variable) for variable in answer.vars or ()] for row in answer.bindings]
        except KeyboardInterrupt:
            print("over", path.stem)
            continue
        finally:
            signal.alarm(0)
        for row in rows:
            print(path.stem, "", *("" if cell is None else cell for cell in (row[0], row[-1])), sep="\t")


if __name__ == "__main__":
    main()
