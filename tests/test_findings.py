"""Findings in forms that other tools read: SARIF holds to its schema."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from moonpact import names
from moonpact.check import check
from moonpact.findings import Finding, render
from moonpact.places import Place

BASE = Path("/a pläce é")
FOUND = Finding(
    names.SHAPE + "OrdinalIsCount",
    "An ordinal is an integer from one.",
    names.ID + "accession/peru-ilrs",
    "0",
    place=Place(BASE / "data/claims/a%20name é.trig", 12),
    component="minInclusive",
)
KINDS = {
    "none": [],
    "one": [FOUND],
    "without a place": [replace(FOUND, place=None)],
    "outside the project": [replace(FOUND, place=Place(Path("/elsewhere/x.trig"), 1))],
    "a warning": [replace(FOUND, severity="Warning")],
    "information": [replace(FOUND, severity="Info")],
    "strange text": [replace(FOUND, value='\x00\x1b[31m\u202e"\\\n😀' * 1000, focus="", message="?")],
    "many": [replace(FOUND, rule=f"{names.RULE}r{n % 3}", value=str(n)) for n in range(30)],
}


def sarif(findings: list[Finding]) -> Sarif:
    """Return findings as SARIF, read strictly, after a look that nothing in it is null."""
    text = render(findings, "sarif", base=BASE)
    assert "null" not in text
    return Sarif.model_validate_json(text)


@pytest.mark.parametrize("kind", KINDS)
def test_sarif_is_valid_whatever_was_found(kind: str) -> None:
    (run,) = sarif(KINDS[kind]).runs
    assert run.results is not None
    assert len(run.results) == len(KINDS[kind])
    rules = [rule.id for rule in run.tool.driver.rules or []]
    assert [rules[r.ruleIndex or 0] for r in run.results] == [r.ruleId for r in run.results]
    assert all(r.partialFingerprints for r in run.results)


def test_the_strict_reader_refuses_what_the_schema_does_not_know() -> None:
    document = json.loads(render([FOUND], "sarif", base=BASE))
    document["runs"][0]["results"][0]["line"] = 12
    with pytest.raises(ValidationError, match="line"):
        Sarif.model_validate(document)


def test_sarif_of_a_real_check_is_valid(root: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "belarus-joins.trig"
    text = (root / "data/claims/belarus-joins.trig").read_text(encoding="utf-8")
    spoilt.write_text(text.replace("pact:stance pact:plans", "pact:stance pact:plan"), encoding="utf-8")
    found = check(root, [spoilt]).findings
    assert {names.shorten(f.rule) for f in found} == {"shape:ClaimStanceIsStance", "rule:term-is-declared"}
    sarif(found)


def test_an_address_in_sarif_is_a_relative_uri_reference() -> None:
    (run,) = sarif([FOUND]).runs
    (location,) = (run.results or [])[0].locations or []
    assert location.physicalLocation
    assert location.physicalLocation.artifactLocation
    assert location.physicalLocation.artifactLocation.uri == "data/claims/a%2520name%20%C3%A9.trig"


def test_a_fingerprint_outlives_a_move_to_another_line_and_nothing_else() -> None:
    def fingerprint(finding: Finding) -> object:
        return json.loads(render([finding], "sarif", base=BASE))["runs"][0]["results"][0]["partialFingerprints"]

    assert FOUND.place
    assert fingerprint(FOUND) == {"finding/v1": "3923912a2fb5938b669de544c9826aa2296defb1142de064d5815f5d5c1ee1cb"}
    assert fingerprint(replace(FOUND, place=Place(FOUND.place.path, 99))) == fingerprint(FOUND)
    for other in (
        replace(FOUND, value="-1"),
        replace(FOUND, focus=names.ID + "accession/chad-ilrs"),
        replace(FOUND, rule=names.RULE + "other"),
        replace(FOUND, place=Place(BASE / "elsewhere.trig", 12)),
    ):
        assert fingerprint(other) != fingerprint(FOUND)
