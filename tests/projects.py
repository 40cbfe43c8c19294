"""The command as users run it, and copies of the project that a test may spoil."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from moonpact.load import FOLDERS

ROOT = Path(__file__).parent.parent
NEWCOMER = Path(__file__).parent / "newcomer"


def moonpact(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command and return what it did; a traceback is a failure wherever it shows."""
    done = subprocess.run(
        [sys.executable, "-m", "moonpact", *map(str, arguments)],
        cwd=cwd, env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


def copy_project(target: Path) -> Path:
    """Copy the project's text files to a folder and return it."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder)
    return target


def replace(path: Path, old: str, new: str) -> None:
    """Put `new` in the first place of `old` in a file, which has to be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_newcomer(project: Path) -> None:
    """Add the made-up article and its entities to a copy of the project."""
    for kind in ("accession", "country", "organisation"):
        with (project / f"data/entities/{kind}.ttl").open("a", encoding="utf-8") as out:
            out.write((NEWCOMER / f"{kind}.ttl").read_text(encoding="utf-8"))
    shutil.copy(NEWCOMER / "ruritania-signs.trig", project / "data/claims")


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, under a made-up name."""
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
