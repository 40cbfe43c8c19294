"""Every stored question on Halyard, spread over three nodes: `cd tests && python -m benchmarks.halyard [SECONDS]`.

Starts the cluster of `test_halyard.py`, loads the real graph, and prints for each question whether the rows are those of
one machine, and both times in seconds; what takes longer than SECONDS (60) is given up, by the server too, so that it
does not slow down those that follow.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from test_halyard import ROOT, address_of_updates, cluster_in

from moonpact import endpoint
from moonpact.asking import open_graph
from moonpact.errors import MoonpactError
from moonpact.questions import read_questions, run
from moonpact.tables import text
from moonpact.upload import load_into


def main() -> None:
    """Ask all questions of a cluster and of one machine."""
    graph, outcomes = open_graph(ROOT), Counter[str]()
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder, cluster_in(Path(folder), seconds) as cluster:
        start = time.monotonic()
        print(
            f"{load_into(graph, cluster.url, address_of_updates(cluster)).sent} batches in {time.monotonic() - start:.1f} s"
        )
        endpoint.TIMEOUT_SECONDS = seconds
        for question in read_questions(ROOT).values():
            start = time.monotonic()
            ours = [list(map(text, row)) for row in run(graph, question.text).rows]
            middle = time.monotonic()
            try:
                theirs = [list(map(text, row)) for row in endpoint.ask_endpoint(cluster.url, question.text).rows]
                outcome = "same" if ours == theirs else "order" if sorted(ours) == sorted(theirs) else "OTHER ROWS"
            except MoonpactError:
                outcome = "given up" if time.monotonic() - middle >= seconds else "refused"
            outcomes[outcome] += 1
            print(f"{question.name:30} {outcome:10} {middle - start:8.3f} {time.monotonic() - middle:8.2f}", flush=True)
    print(dict(outcomes))


if __name__ == "__main__":
    main()
