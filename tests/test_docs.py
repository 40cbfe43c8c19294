"""Documents are true: every path exists, every command runs, every answer shown is the real one."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    ROOT / name
    for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/scale.md", "docs/cluster.md")
]


def run(command: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "moonpact"
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)
def test_every_path_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = re.findall(r"`((?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:md|toml|cff|lock))`|\]\(([\w./-]+)\)", text)
    paths = {a or b for a, b in named} - {"dist/", "answers/"}
    assert paths or document.name in {"SECURITY.md", "CHANGELOG.md"}
    missing = []
    for path in sorted(paths):
        if re.search(r"NAME|RULE|DIR|\bbin/moonpact", path):
            path = path.rpartition("/")[0]  # noqa: PLW2901 - the folder of a file that the reader is to make
        if not path.startswith((".venv", "dist")) and not list(ROOT.glob(path)):
            missing.append(path)
    assert missing == []


def test_the_answer_in_the_readme_is_the_real_one() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"```console\n\$ (moonpact [^\n]*)\n(.*?)```\n\n(.*?)\n\nYou need", text, re.DOTALL)
    assert len(shown) == 1
    command, inside, below = shown[0]
    done = run(command)
    assert done.returncode == 0, done.stderr
    assert (inside.strip() or below.strip()) == done.stdout.strip()


def test_every_command_line_of_the_readme_works(articles: Path, tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"`(moonpact [^`]+)`", text)
    assert len(commands) >= 8
    for command in commands:
        if "URL" in command or "NAME" in command or command.startswith(("moonpact serve", "moonpact mcp")):
            continue  # a server does not end; its own tests start and stop it
        real = command.replace("--texts DIR", f"--texts {articles}").replace("DIR", str(tmp_path / "site"))
        real = real.replace("STORE", str(tmp_path / "store"))
        real = real.replace("OLD NEW", "HEAD .").replace("ENTITY", "country:peru")
        if "draft ARTICLE.txt" in real:
            real = f"moonpact draft {ROOT / 'tests/newcomer/ruritania-signs.txt'}"
        elif "ARTICLE.txt" in real:
            real = f"moonpact cite {next(articles.glob('001_*'))} 'Belarus joined'"
        done = run(real)
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout or done.stderr, command


def test_every_sub_command_is_in_the_readme() -> None:
    listed = re.findall(r"^  (\w+)  ", run("moonpact --help").stdout.partition("Commands:")[2], re.MULTILINE)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert listed
    assert [name for name in listed if f"moonpact {name}" not in text and name != "build"] == []


def test_make_targets_of_the_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for document in DOCUMENTS:
        for target in re.findall(r"`make ([a-z]+)`", document.read_text(encoding="utf-8")):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^make test$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert ".ci/run" in (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")


def test_no_document_names_a_registry_or_a_path_of_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    hosts = "|".join(("registry" + r"\.npmjs", "files.python" + "hosted", r"pypi" + r"\.org", r"deb\.deb" + "ian"))
    for name in listed:
        path = ROOT / name
        if path.is_file():
            assert not re.search(hosts, path.read_text(encoding="utf-8", errors="ignore")), name
