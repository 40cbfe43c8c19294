"""The bookkeeping of mutation testing: names that last, and reasons that belong to mutants. `make mutants` does the rest."""

import re
from pathlib import Path

import pytest
from mutants import EQUIVALENT, Report, in_child
from mutations import mutants_of_query, mutants_of_shapes
from test_examples import world

from moonpact.errors import MoonpactError
from moonpact.shapes import read_shapes

ROOT = Path(__file__).parent.parent
QUERIES = {"rules": "shapes/*.rq", "questions": "queries/*.rq", "derivations": "queries/rules/*.ru"}


def test_each_reason_is_that_of_a_mutant_which_exists() -> None:
    existing = {f"shapes/{name}" for name, *_ in mutants_of_shapes(read_shapes(ROOT), world())}
    for part, pattern in QUERIES.items():
        existing |= {f"{part}/{mutant.name}" for path in ROOT.glob(pattern) for mutant in mutants_of_query(path)}
    assert set(EQUIVALENT) - existing == set()
    assert all(len(why.split()) > 3 for why in EQUIVALENT.values())


def test_a_mutant_is_named_by_its_place_and_not_by_its_line(tmp_path: Path) -> None:
    query = "#+ summary: Which?\nSELECT DISTINCT ?a WHERE {\n  ?a <p> ?b ; <q> ?c .\n  FILTER (?b = ?c)\n  FILTER (?c != 2)\n}\n"
    path = tmp_path / "which.rq"
    path.write_text(query, encoding="utf-8")
    before = list(mutants_of_query(path))
    assert {mutant.name: mutant.line for mutant in before} == {
        "which: drop DISTINCT": 2, "which: = to !=": 4, "which: != to =": 5, "which: drop a statement (<q> ?c)": 3,
        "which: drop a filter": 4, "which: drop a filter 2": 5,
    }  # fmt: skip
    assert len({mutant.text for mutant in before} | {query}) == len(before) + 1
    path.write_text(re.sub("WHERE", "# why\nWHERE", query), encoding="utf-8")
    assert [mutant.name for mutant in mutants_of_query(path)] == [mutant.name for mutant in before]


@pytest.mark.parametrize(
    ("reasons", "outcome", "well"),
    [
        ({}, "killed", True),
        ({}, "slow", True),
        ({}, "survived", False),
        ({"rules/x: y": "It is the same."}, "survived", True),
        ({"rules/x: y": "It is the same."}, "slow", True),
        ({"rules/x: y": "It is the same."}, "killed", False),
        ({"rules/x: gone": "It is the same."}, "killed", False),
        ({"shapes/x: y": "It is the same."}, "survived", False),
    ],
)
def test_survivors_need_reasons_and_reasons_need_survivors(
    reasons: dict[str, str],
    outcome: str,
    well: bool,  # noqa: FBT001
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = Report("rules", reasons)
    for number in range(50):
        report.add(f"z: {number}", 1, "killed")
    report.add("x: y", 7, outcome)  # type: ignore[arg-type]
    report.add("x: no query", 7, "invalid")
    assert report.close() is well
    said = capsys.readouterr().out
    assert said.startswith("rules: 51 mutants, ")
    assert ("rules/x: y (line 7)" in said) == (outcome == "survived" and "rules/x: y" not in reasons)


def test_a_low_score_fails() -> None:
    report = Report("rules", {f"rules/{number}": "It is the same." for number in range(8)})
    for number in range(8):
        report.add(str(number), 1, "survived")
    report.add("killed", 1, "killed")
    assert report.close()
    report.add("survives", 1, "survived")
    assert not report.close()


def test_a_mutant_is_judged_in_a_process_of_its_own_whose_time_is_bounded() -> None:
    def invalid() -> bool:
        raise MoonpactError("not valid SPARQL")

    def endless() -> bool:
        while True:
            pass

    outcomes = [in_child(work, 1) for work in (lambda: True, lambda: False, invalid, endless)]
    assert outcomes == ["survived", "killed", "invalid", "slow"]
