"""The workflows on GitHub: a pull request is compared, and the comparison is posted as a comment."""

import os
import subprocess
import sys
from pathlib import Path

import yaml
from projects import ROOT, git


def step(workflow: str, name: str) -> str:
    """Return the shell script of one named step of a workflow."""
    document = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))
    (job,) = document["jobs"].values()
    (found,) = (s["run"] for s in job["steps"] if s.get("name") == name)
    return str(found)


def script(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", encoding="utf-8")
    path.chmod(0o755)


def test_the_workflows_compare_and_post(before: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(before), str(clone))
    script(clone / ".venv/bin/moonpact", f'exec "{sys.executable}" -m moonpact "$@"')
    bash = ["bash", "-e", "-o", "pipefail", "-c"]
    summary = tmp_path / "summary.md"
    environment = os.environ | {"BASE": "before", "HEAD": "main", "GITHUB_STEP_SUMMARY": str(summary)}
    subprocess.run([*bash, step("diff.yml", "Compare")], cwd=clone, env=environment, check=True)
    assert "Ruritania joins" in summary.read_text(encoding="utf-8")
    script(
        tmp_path / "bin/gh",
        f'echo "$@" >> "{tmp_path}/calls"',
        'case "$1" in api) echo 17 ;; esac',
    )
    environment = os.environ | {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "GH_REPO": "o/r", "SHA": "0" * 40, "OWNER": "o", "BRANCH": "b",
    }  # fmt: skip
    subprocess.run([*bash, step("comment.yml", "Post")], cwd=clone / "difference", env=environment, check=True)
    *_, call = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    assert call.startswith("pr comment 17 ")
    assert (clone / "difference" / call.rpartition(" ")[2]).read_text(encoding="utf-8") == summary.read_text(
        encoding="utf-8"
    )
