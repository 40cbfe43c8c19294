"""How claims differ: conflicts, counts, precision and change over time, to the day."""

import pytest
from small_worlds import JOINED, facts, kinds, rows, small


def test_dates_of_different_precision_agree_and_the_more_exact_one_is_the_fact() -> None:
    store = small(
        ("a", "p", "asserts", "2023-07", "", 'accession:x pact:date "2023-07"^^edtf:EDTF'),
        ("b", "q", "asserts", "2023-07-17", "", 'accession:x pact:date "2023-07-17"^^edtf:EDTF'),
    )
    assert facts(store) == {("accession:x", "pact:date", "2023-07-17")}
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f pact:supportedBy ?c } }") == {("urn:c:a",), ("urn:c:b",)}
    assert kinds(store) == {("pact:differenceOfPrecision", "pact:date", "pact:compareDates")}


def test_dates_that_share_no_day_are_a_dispute_and_no_fact() -> None:
    store = small(
        ("a", "p", "asserts", "2023-07", "", 'accession:x pact:date "2023-07"^^edtf:EDTF'),
        ("b", "q", "asserts", "2023-08-01", "", 'accession:x pact:date "2023-08-01"^^edtf:EDTF'),
    )
    assert facts(store) == set()
    assert kinds(store) == {("pact:directConflict", "pact:date", "")}
    assert rows(store, "SELECT ?d { GRAPH graph:disagreements { ?d a pact:Dispute } }")


def test_a_plan_that_slips_is_a_change_over_time() -> None:
    store = small(
        ("a", "p", "plans", "2026", "2026", 'accession:x pact:date "2026"^^edtf:EDTF'),
        ("b", "q", "plans", "2027", "2027", 'accession:x pact:date "2027"^^edtf:EDTF'),
    )
    assert kinds(store) == {("pact:changeOverTime", "pact:date", "pact:compareDates")}


def test_a_plan_and_what_happened_are_not_compared() -> None:
    store = small(
        ("a", "p", "plans", "2026", "2026", 'accession:x pact:date "2026"^^edtf:EDTF'),
        ("b", "q", "asserts", "2027", "2027", 'accession:x pact:date "2027"^^edtf:EDTF'),
    )
    assert kinds(store) == set()
    assert facts(store) == {("accession:x", "pact:date", "2027")}


def test_stages_at_the_same_time_conflict_and_hearsay_is_enough_to_contest() -> None:
    store = small(
        ("a", "p", "asserts", "2024-04", "", JOINED),
        ("b", "q", "reports", "2024-07", "2024-07", "accession:x pact:stage pact:application"),
        ("c", "p", "asserts", "2024-04", "2024-04", 'accession:x pact:date "2024-04"^^edtf:EDTF'),
    )
    assert kinds(store) == {("pact:directConflict", "pact:stage", "")}
    assert facts(store) == set(), "an accession whose stage is open yields no fact at all"


def test_stages_one_after_the_other_are_a_change_over_time() -> None:
    store = small(
        ("a", "p", "asserts", "2023-03", "2023-03", "accession:x pact:stage pact:intent"),
        ("b", "q", "asserts", "2023-07-17", "", JOINED),
    )
    assert kinds(store) == {("pact:changeOverTime", "pact:stage", "pact:compareValues")}
    assert ("country:x", "org:memberOf", "coalition:c") in facts(store)


@pytest.mark.parametrize(
    ("one", "other", "time", "kind"),
    [
        ("schema:value 27", "schema:value 29", "2023-10", "pact:changeOverTime"),
        ("schema:value 27", "schema:value 29", "2023-07", "pact:countMismatch"),
        ("schema:minValue 11", "schema:value 10", "2023-07", "pact:countMismatch"),
        ("schema:minValue 11", "schema:value 12", "2023-07", "pact:differenceOfPrecision"),
        ("schema:maxValue 29", "schema:value 30", "2023-07", "pact:countMismatch"),
    ],
)
def test_numbers(one: str, other: str, time: str, kind: str) -> None:
    store = small(
        ("a", "p", "asserts", "2023-07", "2023-07", f"country:x {one}"),
        ("b", "q", "asserts", time, time, f"country:x {other}"),
    )
    assert {k for k, _, _ in kinds(store)} == {kind}


def test_a_denial_at_the_same_time_conflicts_and_at_another_time_does_not() -> None:
    content = "country:x pact:participatesIn coalition:c"
    now = small(("a", "p", "asserts", "2024", "2024", content), ("b", "q", "denies", "2024", "2024", content))
    then = small(("a", "p", "asserts", "2024", "2024", content), ("b", "q", "denies", "2022", "2022", content))
    assert {k for k, _, _ in kinds(now)} == {"pact:directConflict"}
    assert facts(now) == set()
    assert {k for k, _, _ in kinds(then)} == {"pact:changeOverTime"}
    assert facts(then)


@pytest.mark.parametrize(
    ("end", "kind"), [("2023-07-17", "pact:directConflict"), ("2023-07-16", "pact:changeOverTime")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_values_that_share_a_single_day_are_held_at_the_same_time(end: str, kind: str, turned: bool) -> None:  # noqa: FBT001
    early = ("p", "asserts", "2023-03", end, "accession:x pact:stage pact:intent")
    late = ("q", "asserts", "2023-07-17", "", JOINED)
    one, other = (late, early) if turned else (early, late)
    assert {k for k, _, _ in kinds(small(("a", *one), ("b", *other)))} == {kind}


@pytest.mark.parametrize("stance", ["plans", "denies", "opines", "expects", "hopes", "urges"])
@pytest.mark.parametrize("turned", [False, True])
def test_only_assertions_and_hearsay_are_compared_by_value(stance: str, turned: bool) -> None:  # noqa: FBT001
    one = ("p", "asserts", "2024", "2024", JOINED)
    other = ("q", stance, "2024", "2024", "accession:x pact:stage pact:application")
    first, second = (other, one) if turned else (one, other)
    assert kinds(small(("a", *first), ("b", *second))) == set()


@pytest.mark.parametrize(
    "content",
    ["accession:x pact:stage pact:signature, pact:application", 'accession:x pact:date "2023"^^edtf:EDTF, "2024"^^edtf:EDTF',
     "country:x schema:value 27, 29"],
)  # fmt: skip
def test_a_claim_does_not_disagree_with_itself(content: str) -> None:
    assert kinds(small(("a", "p", "asserts", "2024", "2024", content))) == set()


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("[2023-07-01..2023-07-17]", "[2023-07-17..2023-07-31]", "pact:differenceOfPrecision"),
        ("[2023-07-01..2023-07-16]", "[2023-07-17..2023-07-31]", "pact:directConflict"),
    ],
)
def test_dates_that_share_a_single_day_agree(one: str, other: str, kind: str, turned: bool) -> None:  # noqa: FBT001
    contents = [f'accession:x pact:date "{text}"^^edtf:EDTF' for text in ((other, one) if turned else (one, other))]
    store = small(
        *((name, name, "asserts", "2023", "2023", content) for name, content in zip("ab", contents, strict=True))
    )
    assert {k for k, _, _ in kinds(store)} == {kind}
    support = rows(store, "SELECT ?o ?c { GRAPH graph:facts { ?f rdf:object ?o ; pact:supportedBy ?c } }")
    both = {(text, f"urn:c:{name}") for text in (one, other) for name in "ab"}
    assert support == (both if kind == "pact:differenceOfPrecision" else set())


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("schema:minValue 11", "schema:value 11", "pact:differenceOfPrecision"),
        ("schema:maxValue 11", "schema:value 11", "pact:differenceOfPrecision"),
        ("schema:minValue 11", "schema:minValue 12", "pact:differenceOfPrecision"),
        ("schema:maxValue 11", "schema:maxValue 12", "pact:differenceOfPrecision"),
        ("schema:maxValue 10", "schema:value 11", "pact:countMismatch"),
    ],
)
def test_numbers_at_their_bounds(one: str, other: str, kind: str, turned: bool) -> None:  # noqa: FBT001
    contents = [f"country:x {text}" for text in ((other, one) if turned else (one, other))]
    store = small(
        *((name, name, "asserts", "2023", "2023", content) for name, content in zip("ab", contents, strict=True))
    )
    assert {k for k, _, _ in kinds(store)} == {kind}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("start", "kind"), [("2023-07-31", "pact:countMismatch"), ("2023-08-01", "pact:changeOverTime")]
)
def test_numbers_of_times_that_touch(start: str, kind: str, turned: bool) -> None:  # noqa: FBT001
    early, late = ("2023-07", "2023-07", "country:x schema:value 27"), (start, "2023-08", "country:x schema:value 29")
    one, other = (late, early) if turned else (early, late)
    assert {k for k, _, _ in kinds(small(("a", "p", "asserts", *one), ("b", "q", "asserts", *other)))} == {kind}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("start", "kind"), [("2023-07-31", "pact:directConflict"), ("2023-08-01", "pact:changeOverTime")]
)
def test_denials_of_times_that_touch(start: str, kind: str, turned: bool) -> None:  # noqa: FBT001
    content = "country:x pact:participatesIn coalition:c"
    early, late = ("2023-07", "2023-07"), (start, "2023-08")
    denied, asserted = (late, early) if turned else (early, late)
    store = small(("a", "p", "denies", *denied, content), ("b", "q", "asserts", *asserted, content))
    assert {k for k, _, _ in kinds(store)} == {kind}
