"""Many queries of one store in several processes: the same answers, and clear errors."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
# a process of its own, for a test runner's threads keep this one from being forked
PROGRAM = """
import json, os, signal
from moonpact import parallel
from moonpact.check import apply_rules
from moonpact.errors import MoonpactError
from moonpact.places import Places
from moonpact.questions import run
from test_examples import EXAMPLES, ROOT, world

os.sched_getaffinity = lambda _: {0, 1}
def findings(store):
    found = apply_rules(store, ROOT, Places([]))
    return sorted([f.rule, f.component, f.focus, f.value] for f in found)

"""


def outcome(program: str) -> list[Any]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM + program],
        env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    told = json.loads(done.stdout)
    assert isinstance(told, list)
    return told


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_processes_find_what_one_finds() -> None:
    alone, together = outcome("""
store, other = world(), world()
for rule in ("statement-is-claimed", "ClaimHasOneSource.maxCount", "literal-is-clean"):
    change = (EXAMPLES / "bad" / f"{rule}.ru").read_text()
    store.update(change), other.update(change)
alone = findings(store)
parallel.LARGE = 0
print(json.dumps([alone, findings(other)]))
""")
    assert alone == together
    assert {rule.rpartition("/")[2] for rule, *_ in alone} >= {
        "statement-is-claimed", "ClaimHasOneSource", "literal-is-clean",
    }  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_answers_come_from_other_processes_in_order() -> None:
    rows, here, pids = outcome("""
parallel.LARGE = 0
parallel.run = lambda store, query, where: (run(store, query, where).rows[0][0].value, os.getpid())
answers = parallel.run_each(world(), [(f"SELECT ({n} AS ?n) {{}}", "n") for n in range(9)])
print(json.dumps([[row for row, _ in answers], os.getpid(), [pid for _, pid in answers]]))
""")
    assert rows == [str(number) for number in range(9)]
    assert here not in pids


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_errors_of_processes_are_told_as_ours() -> None:
    invalid, ended = outcome("""
parallel.LARGE = 0
told = []
for queries, asked in (
    ([("SELECT ?x {}", "fine"), ("SELECT nothing", "shapes/broken.rq")], run),
    ([("SELECT ?x {}", "fine")] * 2, lambda *_: os.kill(os.getpid(), signal.SIGKILL)),
):
    parallel.run = asked
    try:
        parallel.run_each(world(), queries)
    except MoonpactError as error:
        told.append([error.what, error.where, str(error)])
print(json.dumps(told))
""")
    assert invalid[0].startswith("not valid SPARQL")
    assert invalid[1] == "shapes/broken.rq"
    assert invalid[2].startswith("shapes/broken.rq: not valid SPARQL")
    assert ended[0] == "a process that asked the store was ended"
