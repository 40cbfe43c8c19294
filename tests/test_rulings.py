"""The editor's rulings and comparisons: what they settle, and what they leave alone."""

import pytest
from pyoxigraph import Store
from small_worlds import JOINED, PREFIXES, ROOT, facts, kinds, rows, small

from moonpact.derive import derive


def test_a_ruling_settles_a_dispute_in_favour_of_the_claim_that_it_prefers() -> None:
    store = small(
        ("a", "p", "asserts", "2024-04", "", JOINED),
        ("b", "q", "reports", "2024-07", "2024-07", "accession:x pact:stage pact:application"),
    )
    store.update(
        PREFIXES
        + "INSERT DATA { GRAPH graph:rulings { <urn:r> a pact:Ruling ; pact:about accession:x ; rdf:predicate pact:stage ; pact:prefers <urn:c:a> } }"
    )
    derive(store, ROOT)
    assert kinds(store) == {("pact:directConflict", "pact:stage", "urn:r")}
    assert ("accession:x", "pact:stage", "pact:signature") in facts(store)
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f pact:opposedBy ?c } }") == {("urn:c:b",)}
    store.update(
        PREFIXES
        + "DELETE DATA { GRAPH graph:rulings { <urn:r> pact:prefers <urn:c:a> } } ; INSERT DATA { GRAPH graph:rulings { <urn:r> pact:prefers <urn:c:b> } }"
    )
    derive(store, ROOT)
    assert facts(store) == set()


def compared(kind: str, *sides: str) -> Store:
    """Return a store with two claims and an editor's comparison of the sides."""
    store = small(
        ("a", "p", "asserts", "2023", "2023", "country:x pact:uses country:x"),
        ("b", "q", "asserts", "2023", "2023", "country:x pact:uses coalition:c"),
    )
    named = ", ".join(f"<urn:c:{side}>" for side in sides)
    store.update(
        PREFIXES
        + f"""INSERT DATA {{ GRAPH graph:rulings {{ <urn:k> a pact:Comparison ; pact:about country:x ; rdf:predicate pact:uses ;
      pact:kind pact:{kind} ; pact:side {named} ; pact:reason "r"@en }} }}"""
    )
    derive(store, ROOT)
    return store


def test_an_editors_comparison_settles_or_leaves_open_by_its_kind() -> None:
    assert kinds(compared("differenceOfScope", "a", "b")) == {("pact:differenceOfScope", "pact:uses", "urn:k")}
    opened = compared("directConflict", "a", "b")
    assert kinds(opened) == {("pact:directConflict", "pact:uses", "")}
    assert facts(opened) == set()


def test_a_comparison_waits_until_two_of_its_sides_are_known() -> None:
    assert kinds(compared("directConflict", "a", "unknown")) == set()
    sides = rows(
        compared("directConflict", "a", "b", "unknown"), "SELECT ?c { GRAPH graph:disagreements { ?d pact:side ?c } }"
    )
    assert sides == {("urn:c:a",), ("urn:c:b",)}


@pytest.mark.parametrize(
    "ruling",
    [
        "pact:about country:x ; rdf:predicate pact:stage ; pact:prefers <urn:c:a>",
        "pact:about accession:x ; rdf:predicate pact:date ; pact:prefers <urn:c:a>",
        "pact:about accession:x ; rdf:predicate pact:stage ; pact:prefers <urn:c:other>",
        "pact:about accession:x ; rdf:predicate pact:stage",
    ],
)
def test_a_ruling_on_something_else_settles_nothing(ruling: str) -> None:
    store = small(
        ("a", "p", "asserts", "2024-04", "", JOINED),
        ("b", "q", "reports", "2024-07", "2024-07", "accession:x pact:stage pact:application"),
        ("other", "q", "asserts", "2024-07", "2024-07", "country:x pact:uses country:x"),
    )
    store.update(PREFIXES + f"INSERT DATA {{ GRAPH graph:rulings {{ <urn:r> a pact:Ruling ; {ruling} }} }}")
    derive(store, ROOT)
    assert ("pact:directConflict", "pact:stage", "") in kinds(store)


def test_a_ruling_on_dates_leaves_the_other_date_opposed() -> None:
    store = small(
        ("a", "p", "asserts", "2023", "2023", 'accession:x pact:date "2023-07"^^edtf:EDTF'),
        ("b", "q", "asserts", "2023", "2023", 'accession:x pact:date "2023-08-01"^^edtf:EDTF'),
    )
    store.update(
        PREFIXES
        + "INSERT DATA { GRAPH graph:rulings { <urn:r> a pact:Ruling ; pact:about accession:x ; rdf:predicate pact:date ; pact:prefers <urn:c:a> } }"
    )
    derive(store, ROOT)
    assert facts(store) == {("accession:x", "pact:date", "2023-07")}
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f pact:supportedBy ?c } }") == {("urn:c:a",)}
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f pact:opposedBy ?c } }") == {("urn:c:b",)}


def test_a_ruling_adds_nothing_to_what_a_rule_has_settled() -> None:
    store = small(
        ("a", "p", "asserts", "2023-03", "2023-03", "accession:x pact:stage pact:intent"),
        ("b", "q", "asserts", "2023-07-17", "", JOINED),
    )
    store.update(
        PREFIXES
        + "INSERT DATA { GRAPH graph:rulings { <urn:r> a pact:Ruling ; pact:about accession:x ; rdf:predicate pact:stage ; pact:prefers <urn:c:b> } }"
    )
    derive(store, ROOT)
    assert kinds(store) == {("pact:changeOverTime", "pact:stage", "pact:compareValues")}


def test_a_ruling_waits_until_the_claim_that_it_prefers_is_known() -> None:
    store = small(("a", "p", "asserts", "2023", "2023", 'accession:x pact:date "2023-07"^^edtf:EDTF'))
    store.update(
        PREFIXES
        + "INSERT DATA { GRAPH graph:rulings { <urn:r> a pact:Ruling ; pact:about accession:x ; rdf:predicate pact:date ; pact:prefers <urn:c:later> } }"
    )
    derive(store, ROOT)
    assert facts(store) == {("accession:x", "pact:date", "2023-07")}
