"""Publishing: the same bytes every time, nothing of others lost, and nothing half-written."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from published import parse_page
from pyoxigraph import Store

from moonpact.site import publish as publishing
from moonpact.site.head import head
from moonpact.site.record import Record
from moonpact.site.render import Page


def test_checksums_are_those_of_the_files(files: dict[str, bytes]) -> None:
    listed = dict(line.split("  ", 1)[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert set(listed) == set(files) - {"SHA256SUMS"}
    assert all(hashlib.sha256(files[path]).hexdigest() == digest for path, digest in listed.items())


def test_two_publishes_give_the_same_bytes_and_only_a_terminal_sees_progress(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "moonpact", "publish", str(tmp_path / "a")]
    done = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True)
    written = {str(p.relative_to(tmp_path / "a")): p.read_bytes() for p in (tmp_path / "a").rglob("*") if p.is_file()}
    assert set(written) == set(files)
    assert [path for path in files if written[path] != files[path]] == []
    assert done.stderr.startswith("No map") or not done.stderr
    assert f"{len(files)} files" in done.stdout


def test_publishing_keeps_what_others_put_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    monkeypatch.setattr(publishing, "check", lambda _: SimpleNamespace(violations=[], store=None))
    monkeypatch.setattr(publishing, "render", lambda *_: ({"index.html": b"new", "SHA256SUMS": b"0  index.html\n"}, []))
    (tmp_path / "CNAME").write_text("moonpact.example")
    (tmp_path / "SHA256SUMS").write_text("0  gone.html\n")
    (tmp_path / "gone.html").write_text("old")
    result = publishing.publish(root, tmp_path)
    assert {p.name for p in tmp_path.iterdir()} == {"CNAME", "SHA256SUMS", "index.html"}
    assert result.written == ["SHA256SUMS", "index.html"]


def test_nothing_is_written_where_a_rule_is_broken(tmp_path: Path, root: Path) -> None:
    import shutil

    for folder in ("data", "ontology", "queries", "shapes"):
        shutil.copytree(root / folder, tmp_path / "project" / folder)
    claims = tmp_path / "project/data/claims/belarus-joins.trig"
    claims.write_text(claims.read_text(encoding="utf-8").replace("pact:stance pact:asserts ;", "", 1), encoding="utf-8")
    command = [sys.executable, "-m", "moonpact", "--root", str(tmp_path / "project"), "publish", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "nothing was written" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    from moonpact.errors import MoonpactError

    monkeypatch.setattr(publishing, "check", lambda _: SimpleNamespace(violations=[], store=None))
    monkeypatch.setattr(publishing, "render", lambda *_: ({"index.html": b"new"}, []))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MoonpactError, match="cannot be written"):
        publishing.publish(root, tmp_path / "file")


def test_without_scripts_the_pages_say_so_and_load_none(graph: Store, root: Path, tmp_path: Path) -> None:
    found, notes = publishing.assets(tmp_path)
    assert set(found) == {"assets/style.css", "assets/icon.svg"}
    assert "make web" in notes[0]
    values = {"issued": "", "numbers": (), "downloads": (), "graphs": (), "citation": "", **head("./", "Data", "Data")}
    page = parse_page(Page(Record(graph, root), "dataset.html").render("dataset.html", **values))
    assert not any(e.tag == "script" for e in page.elements)
