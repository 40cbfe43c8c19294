"""The package as others build and install it: whole, and never written to."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from moonpact.load import FOLDERS

ROOT = Path(__file__).parent.parent
ASSET = "src/moonpact/site/assets/made-up.js"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an archive of the sources and a wheel, built from a checkout with scripts for browsers."""
    checkout, out = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("built")
    for folder in (*FOLDERS, "src"):
        shutil.copytree(ROOT / folder, checkout / folder, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    for file in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA", ".gitignore"):
        shutil.copy(ROOT / file, checkout)
    (checkout / ASSET).parent.mkdir(parents=True)
    (checkout / ASSET).write_text("1;\n", encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(out)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, timeout=120)
    return out


@pytest.fixture(scope="module")
def installed(built: Path) -> Path:
    """Return a folder with what the wheel installs."""
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(built / "installed")  # noqa: S202 - our own wheel
    return built / "installed"


def test_wheel_and_sources_have_the_scripts_for_browsers(built: Path, installed: Path) -> None:
    (sources,) = built.glob("*.tar.gz")
    with tarfile.open(sources) as packed:
        assert any(name.endswith(ASSET) for name in packed.getnames())
    assert (installed / ASSET.removeprefix("src/")).is_file()


def test_an_installed_package_works_anywhere_and_is_not_written_to(installed: Path, tmp_path: Path) -> None:
    def moonpact(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "moonpact", *arguments], cwd=tmp_path, capture_output=True, text=True, check=False,
            timeout=120, env=os.environ | {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip

    before = sorted(installed.rglob("*"))
    done = moonpact("build")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "dist/moonpact.nq").is_file()
    (tmp_path / "article.txt").write_text("Nobody joined.\n", encoding="utf-8")
    done = moonpact("draft", "article.txt", "--write")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert sorted(installed.rglob("*")) == before
