"""Spoilt files never crash, hang or spill the checker. MOONPACT_FUZZ_CASES sets how many (400 unless told)."""

import os
import random
import shutil
from pathlib import Path

import pytest

from moonpact.check import check
from moonpact.errors import MoonpactError
from moonpact.findings import FORMATS, Finding, render

ROOT = Path(__file__).parent.parent
CASES = int(os.environ.get("MOONPACT_FUZZ_CASES", "400"))
BATCHES = 8

SNIPPETS = [
    b"\x00", b"\xff\xfe", "\ufeff".encode(), b"\xed\xa0\x80", "\u202e\u2066".encode(), b"(" * 500, b"[" * 500, b"<<( " * 50,
    b'"' * 3, b"'''", b'"1e999999999"^^<http://www.w3.org/2001/XMLSchema#decimal>', b"9" * 6000, b"-" + b"9" * 6000 + b".5e1",
    b"a" * 100_000, b"@prefix : <", b"<javascript:alert(1)>", b"<http://a b>", b"GRAPH", b"{", b"}", b"\\u0000", b"\\UFFFFFFFF",
    b'"2023-99"^^<http://id.loc.gov/datatypes/edtf/EDTF>', b'"[..]"^^<http://id.loc.gov/datatypes/edtf/EDTF>', b"_:b", b"[]", b"( 1 2 )",
    b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'>]>", b"#" * 1000, b"\r", b"\r\n", b"\t", b";;;;", b". . .", b"true false",
]  # fmt: skip


def spoilt(original: bytes, dice: random.Random) -> bytes:
    """Return the bytes of a file with one to four faults."""
    data = original
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data) + 1) if data else 0
        match dice.randrange(7):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + dice.choice(SNIPPETS) + data[at:]
            case 2:
                data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
            case 3:
                data = data[:at] + data[at + dice.randrange(40) :]
            case 4:
                data = data[:at] + data[at // 2 : at] + data[at:]
            case 5:
                data = data.decode("utf-8", "ignore").encode(
                    dice.choice(["utf-16", "utf-32", "latin-1", "cp500"]), "ignore"
                )
            case _:
                words = data.split(b" ")
                first, second = dice.randrange(len(words)), dice.randrange(len(words))
                words[first], words[second] = words[second], words[first]
                data = b" ".join(words)
    return data[:2_000_000]


def outcome(project: Path) -> list[Finding]:
    """Return what check finds; an error that it tells the user is as good as none found."""
    try:
        return check(project).findings
    except MoonpactError:
        return []


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_spoilt_file_gives_findings_or_a_clear_error(batch: int, tmp_path: Path) -> None:
    project = tmp_path / "rivers"
    shutil.copytree(ROOT / "tests/second", project)
    files = [project / "data/claims/gazetteer.trig", project / "data/entities/river.ttl", project / "shapes/river.ttl"]
    originals = {path: path.read_bytes() for path in files}
    for case in range(batch, CASES, BATCHES):
        dice = random.Random(case)  # noqa: S311 - repeatable, not secret
        path = dice.choice(files)
        path.write_bytes(spoilt(originals[path], dice))
        shown = [render(findings, style) for findings in [outcome(project)] for style in FORMATS]
        assert all(isinstance(text, str) for text in shown)
        path.write_bytes(originals[path])


@pytest.mark.parametrize(
    "bomb",
    [b"<a:a> <a:b> <<( <a:a> <a:b> " * 200_000, b"<a:a> <a:b> " + b"(" * 100_000, b"[" * 1_000_000, b"{" * 1_000_000],
    ids=["nested triples", "nested lists", "nested nodes", "nested graphs"],
)
def test_a_file_that_kills_the_parser_does_not_kill_the_command(bomb: bytes, tmp_path: Path) -> None:
    project = tmp_path / "rivers"
    shutil.copytree(ROOT / "tests/second", project)
    path = project / "data/claims/gazetteer.trig"
    path.write_bytes(bomb)
    report = check(project)
    assert report.findings
    assert {f.place.path for f in report.findings if f.place} == {path}
