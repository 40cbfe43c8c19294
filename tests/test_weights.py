"""Whose voice weighs what, what the heavier voices settle, and how well a fact is borne."""

import pytest
from pyoxigraph import Store
from small_worlds import PREFIXES, ROOT, facts, kinds, rows, small

from moonpact.derive import derive


def with_more(store: Store, claims: str = "", entities: str = "", rulings: str = "") -> Store:
    """Add triples to graphs of a store and derive anew."""
    blocks = {"claims": claims, "entities": entities, "rulings": rulings}
    added = " ".join(f"GRAPH graph:{name} {{ {triples} }}" for name, triples in blocks.items())
    store.update(f"{PREFIXES} INSERT DATA {{ {added} }}")
    derive(store, ROOT)
    return store


def dated(*claims: tuple[str, str, str]) -> Store:
    """Return a store of claims (name, publisher, date) that date the same accession."""
    return small(*(
        (name, publisher, "asserts", "2023", "2023", f'accession:x pact:date "{date}"^^edtf:EDTF')
        for name, publisher, date in claims
    ))  # fmt: skip


def dates(store: Store) -> set[str]:
    return {value for subject, _, value in facts(store) if subject == "accession:x"}


def settlements(store: Store) -> set[tuple[str, ...]]:
    return rows(store, "SELECT ?by { GRAPH graph:disagreements { ?d pact:settledBy ?by } }")


def weights(store: Store) -> set[tuple[str, ...]]:
    return rows(
        store, "SELECT ?voice ?weight { GRAPH graph:voices { <urn:s:p> pact:voice ?voice ; pact:weight ?weight } }"
    )


def supports(store: Store) -> set[tuple[str, ...]]:
    return rows(store, "SELECT ?support { GRAPH graph:facts { ?f pact:support ?support } }")


JULY, AUGUST = "2023-07-17", "2023-08-01"


def test_of_two_dates_the_one_of_more_voices_stands() -> None:
    store = dated(("a", "p", JULY), ("b", "q", JULY), ("c", "r", AUGUST))
    assert dates(store) == {JULY}
    assert settlements(store) == {("pact:preferWeightier",)}


def test_a_voice_that_says_it_twice_is_one_voice() -> None:
    lighter = dated(("a", "p", JULY), ("b", "p", JULY), ("c", "q", AUGUST))
    assert dates(lighter) == set()
    assert kinds(lighter) == {("pact:directConflict", "pact:date", "")}
    heavier = dated(("a", "p", JULY), ("b", "q", JULY), ("c", "r", AUGUST), ("d", "r", AUGUST))
    assert dates(heavier) == {JULY}


@pytest.mark.parametrize("touching", ["[2023-07-17..2023-07-20]", "[2023-07-10..2023-07-15]"])
def test_a_date_that_shares_a_single_day_with_the_heavier_one_stands_too(touching: str) -> None:
    heavier = "[2023-07-15..2023-07-17]"
    store = dated(("a", "p", heavier), ("b", "q", heavier), ("c", "r", AUGUST), ("d", "s", touching))
    assert dates(store) == {heavier, touching}
    assert rows(store, "SELECT ?c { GRAPH graph:disagreements { ?d pact:prefers ?c } }") == {
        ("urn:c:a",), ("urn:c:b",), ("urn:c:d",),
    }  # fmt: skip


def test_what_the_sides_say_of_something_else_does_not_weigh() -> None:
    same = 'country:x pact:date "2030"^^edtf:EDTF'
    a, b, c = (
        (name, publisher, "asserts", "2023", "2023", f'accession:x pact:date "{day}"^^edtf:EDTF . {same}')
        for name, publisher, day in (("a", "p", JULY), ("b", "q", AUGUST), ("c", "r", JULY))
    )
    as_heavy, heavier = small(a, b), small(a, b, c)
    assert kinds(as_heavy) == {("pact:directConflict", "pact:date", "")}
    assert facts(as_heavy) == {("country:x", "pact:date", "2030")}
    assert facts(heavier) == {("country:x", "pact:date", "2030"), ("accession:x", "pact:date", JULY)}


def test_what_an_editor_finds_is_not_settled_by_weight() -> None:
    store = with_more(
        small(
            ("a", "p", "asserts", "2023", "2023", "country:x pact:uses country:x"),
            ("b", "q", "asserts", "2023", "2023", "country:x pact:uses coalition:c"),
        ),
        claims="<urn:s:p> pact:reliability pact:unverified",
        rulings="""<urn:k> a pact:Comparison ; pact:about country:x ; rdf:predicate pact:uses ;
          pact:kind pact:directConflict ; pact:side <urn:c:a>, <urn:c:b> ; pact:reason "r"@en""",
    )
    assert kinds(store) == {("pact:directConflict", "pact:uses", "")}


def test_a_ruling_stands_against_heavier_voices() -> None:
    store = with_more(
        dated(("a", "p", JULY), ("b", "q", JULY), ("c", "r", AUGUST)),
        rulings="<urn:r> a pact:Ruling ; pact:about accession:x ; rdf:predicate pact:date ; pact:prefers <urn:c:c>",
    )
    assert settlements(store) == {("urn:r",)}
    assert dates(store) == {AUGUST}


@pytest.mark.parametrize("office", ["SpaceAgency", "GovernmentOffice", "Ministry", "IntergovernmentalBody"])
def test_a_reprint_speaks_with_the_voice_and_weight_of_the_official_body_that_it_repeats(office: str) -> None:
    store = with_more(
        dated(("a", "p", JULY)),
        claims="<urn:s:p> pact:reliability pact:reprint ; pact:originator organisation:o",
        entities=f"organisation:o a pact:{office}",
    )
    assert weights(store) == {("organisation:o", "1000")}
    assert supports(store) == {("pact:officialSupport",)}


def test_a_reprint_of_what_is_no_office_weighs_as_one_voice() -> None:
    store = with_more(
        dated(("a", "p", JULY)),
        claims="<urn:s:p> pact:reliability pact:reprint ; pact:originator organisation:o",
        entities="organisation:o a pact:Company",
    )
    assert weights(store) == {("organisation:o", "1")}
    assert supports(store) == {("pact:weakSupport",)}


def test_a_source_of_which_nothing_more_is_known_weighs_as_a_news_report() -> None:
    store = dated(("a", "p", JULY))
    assert weights(store) == {("urn:p:p", "1")}
    assert supports(store) == {("pact:singleReport",)}
