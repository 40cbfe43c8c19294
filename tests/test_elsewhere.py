"""Somebody else's graph in the same layout, checked by the command, the GitHub Action and the pre-commit hook."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from moonpact import names
from moonpact.api import Graph
from moonpact.citations import cite_claims

ROOT = Path(__file__).parent.parent


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return a copy of the small graph of rivers, with a mistake in one line."""
    copy = tmp_path / "rivers"
    shutil.copytree(ROOT / "tests/second", copy)
    claims = copy / "data/claims/gazetteer.trig"
    claims.write_text(claims.read_text().replace("river:flowsInto thing:rhine", "river:flowsInto thing:gazetteer"))
    return copy


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_the_second_graph_is_valid_and_answers() -> None:
    checked = run(sys.executable, "-m", "moonpact", "--root", "tests/second", "check", cwd=ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    asked = run(sys.executable, "-m", "moonpact", "--root", "tests/second", "ask", "tributaries", cwd=ROOT)
    assert "Main" in asked.stdout
    assert "gazetteer:main-joins-rhine" in asked.stdout
    explained = run(sys.executable, "-m", "moonpact", "--root", "tests/second", "explain", "thing:main", cwd=ROOT)
    assert "gazetteer:main-joins-rhine" in explained.stdout, explained.stderr


def test_its_claims_are_cited_with_what_is_known_of_them() -> None:
    graph = Graph(ROOT / "tests/second")
    (citation,) = cite_claims(graph.store, graph.label, [f"{names.CLAIM}gazetteer/main-joins-rhine"])
    assert (citation.claim, citation.published) == ("gazetteer:main-joins-rhine", "1911")
    assert (citation.speaker, citation.publisher, citation.reliability) == ("", "", "")


def test_its_own_shapes_bite(second: Path) -> None:
    checked = run(sys.executable, "-m", "moonpact", "check", cwd=second)
    assert checked.returncode == 1
    assert "data/claims/gazetteer.trig:12: violation: thing:main: A river flows into a river." in checked.stdout


def test_the_action_annotates_the_line(second: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    (step,) = action["runs"]["steps"]
    script = "\n".join(line for line in step["run"].splitlines() if not line.startswith("make "))
    assert script != step["run"], "the set-up step is left out here: this checkout is set up"
    environment = {"ACTION": str(ROOT), "PROJECT": str(second), "TEXTS": ""}
    if not (ROOT / ".venv/bin/moonpact").exists():
        pytest.skip("no .venv in this checkout: the action's script was not run")
    done = run("bash", "-e", "-c", script, cwd=second, **environment)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=data/claims/gazetteer.trig,line=12,title=")


def test_the_hook_runs_the_command_that_exists(second: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    words = hook["entry"].split()
    assert words[0] == "moonpact"
    assert run(sys.executable, "-m", *words, cwd=second).returncode == 1
    assert run(sys.executable, "-m", *words, cwd=ROOT / "tests/second").returncode == 0
