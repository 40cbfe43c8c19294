"""The command as its users run it: every sub-command, on good and on bad input."""

import errno
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from projects import ROOT, copy_project, moonpact, replace

from moonpact import __version__, names
from moonpact.dist import write_all
from moonpact.errors import MoonpactError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "a pläce é")


def test_help_names_every_command() -> None:
    done = moonpact("--help")
    assert done.returncode == 0
    for name in ("ask", "build", "check", "cite", "diff", "draft", "explain"):
        assert re.search(rf"^  {name} +\w", done.stdout, re.MULTILINE)
        assert moonpact(name, "--help").returncode == 0
    assert moonpact("--version").stdout.strip() == f"moonpact, version {__version__}"


def test_build_ends_with_a_summary(project: Path) -> None:
    done = moonpact("build", cwd=project)
    assert done.returncode == 0, done.stderr
    for word in ("5 articles", "claims", "facts", "open disputes", "rules hold", "questions answered", "files in"):
        assert word in done.stdout
    assert (project / "dist/moonpact.nq").stat().st_size > 1_000_000
    assert "none of them changed" in moonpact("build", cwd=project).stdout


@pytest.mark.parametrize("arguments", ["ask who-joined", "check", "--version", "ask who-joined --format csv"])
def test_output_that_cannot_be_written_is_an_error_and_closed_output_is_none(arguments: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = f"{shlex.quote(sys.executable)} -m moonpact {arguments}"
    full = subprocess.run(f"{command} > /dev/full", shell=True, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S602 - our own words
    assert full.returncode == 2
    assert full.stderr.endswith("moonpact: the output: No space left on device\n")
    closed = subprocess.run(f"{command} >&-", shell=True, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S602
    assert closed.returncode == 0
    assert "Traceback" not in full.stderr + closed.stderr


def test_explain_shows_claims_for_and_against_with_places() -> None:
    fact = re.search(r"fact/[0-9a-f]{16}", moonpact("explain", "accession:belarus-ilrs").stdout)
    assert fact
    shown = moonpact("explain", names.ID + fact[0])
    assert shown.returncode == 0
    assert re.search(r"for it\n +claim [\w-]+:[\w-]+\n", shown.stdout)
    assert re.search(r"characters \d+–\d+: “.*” https://", moonpact("explain", "accession:belarus-ilrs").stdout)
    dispute = moonpact("explain", "accession:turkiye-ilrs").stdout
    assert "direct conflict, open" in dispute
    assert "growth-of-ilrs:table-turkiye" in dispute
    assert "fifty-countries:turkiye-applied" in dispute
    document = json.loads(moonpact("explain", "accession:turkiye-ilrs", "--format", "json").stdout)
    assert document["parts"][0]["heading"] == "disagreements"


def test_explain_with_texts_shows_the_words(articles: Path) -> None:
    shown = moonpact("explain", "fifty-countries:turkiye-applied", "--texts", articles).stdout
    assert "have applied to join”" in shown


def test_cite_prints_a_skeleton_with_exact_offsets(articles: Path) -> None:
    path = next(articles.glob("002_*"))
    done = moonpact("cite", path, "understood to   have applied to join")
    assert done.returncode == 0, done.stderr
    found = re.search(r"passage:fifty-countries-(\d+)-(\d+) a pact:Passage", done.stdout)
    assert found
    assert path.read_text(encoding="utf-8")[int(found[1]) : int(found[2])] == "understood to have applied to join"
    claims = (ROOT / "data/claims/fifty-countries.trig").read_text(encoding="utf-8")
    bridged = re.search(
        r"^passage:.* a pact:Passage.*",
        moonpact("cite", path, "Turkey is ... to join").stdout,
        re.MULTILINE | re.DOTALL,
    )
    assert bridged
    assert bridged[0] in claims, "the passage is printed as it stands in the file"
    for words in ("", " ... "):
        done = moonpact("cite", path, words)
        assert (done.returncode, done.stdout) == (2, "")


def test_check_in_every_format(project: Path) -> None:
    replace(project / "data/claims/belarus-joins.trig", "pact:ordinal 29", "pact:ordinal 0")
    done = {
        style: moonpact("check", "--format", style, cwd=project)
        for style in ("text", "json", "sarif", "github", "junit")
    }
    assert all(d.returncode == 1 for d in done.values())
    assert re.match(
        r"data/claims/belarus-joins.trig:\d+: violation: accession:germany-artemis-accords: An ordinal",
        done["text"].stdout,
    )
    (finding,) = json.loads(done["json"].stdout)
    assert finding["file"] == "data/claims/belarus-joins.trig"
    sarif = json.loads(done["sarif"].stdout)
    (result,) = sarif["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == finding["line"]
    assert result["partialFingerprints"]
    assert re.match(
        rf"::error file=data/claims/belarus-joins.trig,line={finding['line']},title=", done["github"].stdout
    )
    assert ET.fromstring(done["junit"].stdout).get("failures") == "1"  # noqa: S314 - our own output
    assert moonpact("check", "--format", "junit").returncode == 0


def test_the_command_finds_its_project_from_anywhere(tmp_path: Path, project: Path) -> None:
    assert moonpact("--root", project, "check", cwd=tmp_path).returncode == 0
    assert moonpact("check", cwd=project / "data/claims").returncode == 0
    assert moonpact("check", cwd=tmp_path).returncode == 0, "the checkout that the package came from"


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f"'{sys.executable}' -m moonpact ask claims-about --format csv | head -n 1"
    done = subprocess.run(
        ["bash", "-c", "set -o pipefail; " + command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "members-know-on"], "Did you mean members-known-on"),
        (["ask", "members-known-on", "--party", "x"], "no parameter “party”"),
        (["ask", "members-known-on", "--coalition"], "--coalition has no value"),
        (["ask", "members-known-on", "--coalition", "<>"], "is no iri"),
        (["ask", "members-known-on", "extra"], "one word too many"),
        (["ask", "members-known-on", "--known-on", "2024-13-01"], "is no date"),
        (["ask", "members-known-on", "--known-on", "yesterday"], "is no date"),
        (["ask", "--sparql", "SELECT * WHERE {"], "not valid SPARQL"),
        (["ask", "--sparql", "INSERT DATA { <a:a> <a:a> <a:a> }"], "not valid SPARQL"),
        (["ask", "members-known-on", "--sparql", "ASK {}"], "stands alone"),
        (["ask", "members-known-on", "--endpoint", "http://127.0.0.1:9/sparql"], "cannot be reached"),
        (["explain", "country:atlantis"], "says nothing of country:atlantis"),
        (["explain", "what?"], "neither an IRI nor a prefixed name"),
        (["explain", "http://a b"], "is no IRI"),
        (["cite", "README.md", "these words do not occur in it"], "no article of the project has this text"),
        (["check", "no/such/file.trig"], "no such file or folder"),
        (["check", "README.md"], "neither Turtle (.ttl) nor TriG (.trig)"),
        (["check", "--texts", "src"], "no *.txt file"),
        (["--root", "src", "check"], "is no Moonpact project"),
        (["nonsense"], "No such command"),
    ],
)
def test_bad_input_gets_one_clear_message_and_exit_code_2(arguments: list[str], message: str) -> None:
    done = moonpact(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_a_broken_file_leaves_the_previous_dist_whole(project: Path) -> None:
    assert moonpact("build", cwd=project).returncode == 0
    before = {p: p.read_bytes() for p in (project / "dist").rglob("*") if p.is_file()}
    replace(project / "data/claims/belarus-joins.trig", "belarus-joins:dateline {", "belarus-joins:dateline {{")
    done = moonpact("build", cwd=project)
    assert done.returncode == 1
    assert re.search(r"data/claims/belarus-joins.trig:\d+: violation: not well-formed", done.stderr)
    assert "nothing was written" in done.stderr
    assert before == {p: p.read_bytes() for p in (project / "dist").rglob("*") if p.is_file()}
    asked = moonpact("ask", "sources", cwd=project)
    assert asked.returncode == 2
    assert re.search(r"belarus-joins.trig:\d+: not well-formed", asked.stderr)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("queries/sources.rq", "SELECT", "SELEKT", "sources.rq: not valid SPARQL"),
        ("queries/sources.rq", "#+ summary:", "#+ sumary:", "sources.rq:1: no summary"),
        ("queries/sources.rq", "#+ summary:", "#+ summary: a: b:", "sources.rq:1: the #+ header is not YAML"),
        ("queries/rules/compare-values.ru", "INSERT {", "INSERT", "compare-values.ru: not valid SPARQL"),
        ("queries/rules/compare-values.ru", "#+ step: 3", "#+ step: 4", "the step is no integer or is taken"),
        ("shapes/claim.ttl", "sh:minCount", "sh:minCuont", "sh:minCuont is not known here"),
        ("shapes/claim.ttl", "sh:targetClass", "sh:targetKlass", "sh:targetKlass is not known here"),
        ("shapes/claim.ttl", "a sh:PropertyShape ;", "a sh:PropertyShape", "claim.ttl"),
    ],
)
def test_a_broken_rule_or_question_stops_the_build_and_is_named(
    project: Path, file: str, old: str, new: str, message: str
) -> None:
    replace(project / file, old, new)
    done = moonpact("build", cwd=project)
    assert done.returncode == (1 if file.startswith("shapes") else 2), "a shape that means nothing is a finding"
    assert message in done.stderr
    assert not (project / "dist").exists()


def test_a_full_disk_leaves_the_previous_dist_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "dist"
    write_all(folder, {"a.txt": b"old", "b.txt": b"old"})
    real = os.fsync

    def full(descriptor: int) -> None:
        if os.fstat(descriptor).st_size > 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MoonpactError, match="No space left on device"):
        write_all(folder, {"a.txt": b"new", "b.txt": b"too long"})
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"a.txt": b"old", "b.txt": b"old"}


def test_a_really_full_disk(project: Path) -> None:
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("not root: a full file system in dist/ was not tried (the simulated one was)")
    dist = project / "dist"
    dist.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(dist)], check=False).returncode:
        pytest.skip("mounting is not allowed: a full file system in dist/ was not tried (the simulated one was)")
    try:
        (dist / "claims.csv").write_text("old")
        done = moonpact("build", cwd=project)
        assert done.returncode == 2
        assert "No space left on device" in done.stderr
        assert [p.name for p in dist.iterdir()] == ["claims.csv"]
        assert (dist / "claims.csv").read_text() == "old"
    finally:
        subprocess.run(["umount", str(dist)], check=True)


def test_a_folder_that_cannot_be_written_is_named(project: Path) -> None:
    (project / "dist").write_text("a file is in the way")
    done = moonpact("build", cwd=project)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr or "is a file" in done.stderr
