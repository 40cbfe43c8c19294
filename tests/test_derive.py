"""Facts and disagreements: what the rules accept, compare, settle and leave open."""

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS, derive
from moonpact.explain import explain
from moonpact.load import date_bounds, read_quads
from moonpact.questions import entity_kinds, run
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
PREFIXES = """
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
"""


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    return {tuple(names.shorten(text(cell)) for cell in row) for row in run(store, PREFIXES + query).rows}


@cache
def ontology() -> list[Quad]:
    return [q for path in sorted((ROOT / "ontology").glob("*.ttl")) for q in read_quads(path, names.ONTOLOGY_GRAPH)]


def small(*claims: tuple[str, ...]) -> Store:
    """Return a derived store of claims (name, publisher, stance, from, to, content), one source a publisher."""
    store = Store()
    store.extend(ontology())
    lines = []
    for name, publisher, stance, start, end, content in claims:
        until = f'; pact:holdsTo "{end}"^^edtf:EDTF' if end else ""
        lines.append(f"""<urn:c:{name}> {{ {content} }} GRAPH graph:claims {{ <urn:c:{name}> a pact:Claim ; pact:source <urn:s:{publisher}> ;
          pact:speaker <urn:p:{publisher}> ; pact:stance pact:{stance} ; pact:holdsFrom "{start}"^^edtf:EDTF {until} .
          <urn:s:{publisher}> dcterms:publisher <urn:p:{publisher}> }}""")
    entities = """GRAPH graph:entities { accession:x pact:party country:x ; pact:coalition coalition:c . country:x a pact:State }"""
    document = PREFIXES.replace("PREFIX", "@prefix").replace(">\n", "> .\n") + entities + "\n".join(lines)
    store.load(input=document, format=RdfFormat.TRIG)
    store.extend(date_bounds(q.object for q in store))
    derive(store, ROOT)
    return store


def kinds(store: Store) -> set[tuple[str, ...]]:
    return rows(
        store,
        "SELECT ?kind ?p ?by { GRAPH graph:disagreements { ?d pact:kind ?kind ; rdf:predicate ?p OPTIONAL { ?d pact:settledBy ?by } } }",
    )


def facts(store: Store) -> set[tuple[str, ...]]:
    return rows(
        store,
        "SELECT ?s ?p ?o { GRAPH graph:facts { ?f a pact:Fact ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }",
    )


JOINED = "accession:x pact:stage pact:signature"


def test_an_assertion_in_the_sources_own_voice_becomes_a_fact_and_membership_follows() -> None:
    store = small(("a", "p", "asserts", "2023-07-17", "", JOINED))
    assert facts(store) == {
        ("accession:x", "pact:stage", "pact:signature"), ("country:x", "org:memberOf", "coalition:c"),
    }  # fmt: skip
    assert rows(store, "SELECT ?x { GRAPH graph:facts { country:x org:memberOf ?x } }") == {("coalition:c",)}


@pytest.mark.parametrize("stance", ["denies", "plans", "expects", "hopes", "reports", "opines", "urges"])
def test_no_other_stance_becomes_a_fact(stance: str) -> None:
    assert facts(small(("a", "p", stance, "2023", "", JOINED))) == set()


def test_what_is_only_quoted_becomes_no_fact_but_supports_one() -> None:
    quoted = small(("a", "p", "asserts", "2023", "", JOINED))
    quoted.update(
        PREFIXES
        + """DELETE WHERE { GRAPH graph:claims { <urn:c:a> pact:speaker ?x } } ;
      INSERT DATA { GRAPH graph:claims { <urn:c:a> pact:speaker organisation:o } }"""
    )
    derive(quoted, ROOT)
    assert facts(quoted) == set()


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


LIST = "<urn:l> pact:exhaustive true"


def with_list(*claims: tuple[str, ...]) -> Store:
    store = small(*claims)
    store.update(
        PREFIXES
        + "INSERT DATA { GRAPH graph:entities { <urn:l> a pact:PublishedList ; pact:undertaking coalition:c ; pact:listsKind pact:State } }"
    )
    derive(store, ROOT)
    return store


def test_a_member_missing_from_a_later_whole_list_is_contested() -> None:
    store = with_list(("a", "p", "asserts", "2024-04", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST))
    assert kinds(store) == {("pact:countMismatch", "pact:stage", "")}
    assert facts(store) == {("urn:l", "pact:exhaustive", "true")}


def test_a_member_that_joined_after_the_list_or_stands_on_it_is_not() -> None:
    after = with_list(("a", "p", "asserts", "2024-08", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST))
    listed = with_list(
        ("a", "p", "asserts", "2024-04", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST),
        ("i", "q", "asserts", "2024-07", "2024-07", "<urn:l> pact:lists accession:x"),
    )  # fmt: skip
    assert kinds(after) == kinds(listed) == set()


def test_a_publisher_that_asserts_the_member_elsewhere_settles_its_own_lists_omission() -> None:
    store = with_list(
        ("a", "p", "asserts", "2024-04", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST),
        ("own", "q", "asserts", "2024-05", "", JOINED),
    )  # fmt: skip
    assert kinds(store) == {("pact:countMismatch", "pact:stage", "pact:compareLists")}
    assert ("country:x", "org:memberOf", "coalition:c") in facts(store)


def test_a_founder_missing_from_a_list_of_those_who_joined_is_a_difference_of_scope() -> None:
    store = with_list(
        ("a", "p", "asserts", "2021-06", "", JOINED + " ; pact:role pact:foundingMember"),
        ("l", "q", "asserts", "2024-07", "2024-07", LIST),
    )
    assert kinds(store) == {("pact:differenceOfScope", "pact:stage", "pact:compareLists")}


# Borders: what just touches, and what just does not


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


def test_of_two_spellings_of_one_date_one_is_the_fact() -> None:
    store = small(
        ("a", "p", "asserts", "2023", "2023", 'accession:x pact:date "2023-07"^^edtf:EDTF'),
        ("b", "q", "asserts", "2023", "2023", 'accession:x pact:date "[2023-07-01..2023-07-31]"^^edtf:EDTF'),
    )
    assert len(facts(store)) == 1


def test_a_less_exact_date_of_another_thing_or_property_stays() -> None:
    store = small(
        (
            "a",
            "p",
            "asserts",
            "2023",
            "2023",
            'accession:x pact:date "2023-07"^^edtf:EDTF ; pact:leasedUntil "2023-07-17"^^edtf:EDTF',
        ),
        ("b", "q", "asserts", "2023", "2023", 'country:x pact:date "2023-07-17"^^edtf:EDTF'),
    )
    assert facts(store) == {
        ("accession:x", "pact:date", "2023-07"), ("accession:x", "pact:leasedUntil", "2023-07-17"), ("country:x", "pact:date", "2023-07-17"),
    }  # fmt: skip
    assert rows(store, "SELECT ?s ?p ?c { GRAPH graph:facts { ?f rdf:subject ?s ; rdf:predicate ?p ; pact:supportedBy ?c } }") == {
        ("accession:x", "pact:date", "urn:c:a"), ("accession:x", "pact:leasedUntil", "urn:c:a"), ("country:x", "pact:date", "urn:c:b"),
    }  # fmt: skip


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


def test_a_fact_is_not_opposed_by_what_was_so_at_another_time() -> None:
    store = small(
        ("a", "p", "asserts", "2023", "2023", "country:x schema:value 27"),
        ("b", "p", "asserts", "2024", "2024", "country:x schema:value 29"),
    )
    assert len(facts(store)) == 2
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f pact:opposedBy ?c } }") == set()


def test_a_side_of_a_dispute_supports_no_fact() -> None:
    """27 is a fact by a claim that nothing contradicts; a claim of the same number that is contradicted does not count."""
    store = small(
        ("a", "p", "asserts", "2023", "2023", "country:x schema:value 27"),
        ("b", "p", "asserts", "2024", "2024", "country:x schema:value 27"),
        ("c", "q", "asserts", "2024", "2024", "country:x schema:value 30"),
    )
    assert facts(store) == {("country:x", "schema:value", "27")}
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f rdf:object 27 ; pact:supportedBy ?c } }") == {("urn:c:a",)}


def test_of_a_bound_and_a_number_that_it_excludes_neither_is_a_fact() -> None:
    store = small(
        ("a", "p", "asserts", "2023", "2023", "country:x schema:minValue 11"),
        ("b", "q", "asserts", "2023", "2023", "country:x schema:value 10"),
    )
    assert facts(store) == set()


def test_what_a_side_of_a_dispute_says_of_something_else_is_a_fact_that_nothing_opposes() -> None:
    said = """accession:x pact:date "2023-07-17"^^edtf:EDTF ; pact:role pact:foundingMember .
      country:x pact:date "2030"^^edtf:EDTF"""
    open_one = (
        ("a", "p", "asserts", "2023", "2023", said),
        ("b", "q", "asserts", "2023", "2023", 'accession:x pact:date "2023-08-01"^^edtf:EDTF'),
    )
    lost = (*open_one, ("c", "r", "asserts", "2023", "2023", 'accession:x pact:date "2023-08-01"^^edtf:EDTF'))
    for claims in (open_one, lost):
        store = small(*claims)
        assert ("country:x", "pact:date", "2030") in facts(store)
        assert ("accession:x", "pact:role", "pact:foundingMember") in facts(store)
        assert ("accession:x", "pact:date", "2023-07-17") not in facts(store)
        other = "GRAPH graph:facts { ?f rdf:subject country:x ; %s ?c }"
        assert rows(store, f"SELECT ?c {{ {other % 'pact:supportedBy'} }}") == {("urn:c:a",)}
        assert rows(store, f"SELECT ?c {{ {other % 'pact:opposedBy'} }}") == set()


def test_a_side_of_a_dispute_on_one_quantity_supports_a_fact_on_another() -> None:
    store = small(
        ("a", "p", "asserts", "2023", "2023", "country:x schema:value 27 . coalition:c schema:value 5"),
        ("b", "q", "asserts", "2023", "2023", "country:x schema:value 30"),
    )
    assert facts(store) == {("coalition:c", "schema:value", "5")}
    assert rows(store, "SELECT ?c { GRAPH graph:facts { ?f pact:supportedBy ?c } }") == {("urn:c:a",)}


def test_a_less_exact_date_stays_where_it_is_that_of_another_property() -> None:
    content = """accession:x pact:date "2023-07"^^edtf:EDTF, "2023-07-17"^^edtf:EDTF ; pact:leasedUntil "2023-07"^^edtf:EDTF"""
    assert facts(small(("a", "p", "asserts", "2023", "2023", content))) == {
        ("accession:x", "pact:date", "2023-07-17"), ("accession:x", "pact:leasedUntil", "2023-07"),
    }  # fmt: skip


def test_a_publisher_quoted_by_another_speaks_not_in_its_own_voice() -> None:
    store = small(
        ("a", "p", "asserts", "2023", "2023", "country:x pact:uses country:x"),
        ("b", "q", "asserts", "2023", "", JOINED),
    )
    store.update(
        PREFIXES
        + """DELETE DATA { GRAPH graph:claims { <urn:c:b> pact:speaker <urn:p:q> } } ;
      INSERT DATA { GRAPH graph:claims { <urn:c:b> pact:speaker <urn:p:p> } }"""
    )
    derive(store, ROOT)
    assert facts(store) == {("country:x", "pact:uses", "country:x")}


def test_two_literals_that_differ_in_language_are_two_facts() -> None:
    store = small(("a", "p", "asserts", "2023", "2023", 'country:x dcterms:title "X", "X"@en'))
    assert len(rows(store, "SELECT ?f { GRAPH graph:facts { ?f a pact:Fact } }")) == 2


# Lists


def test_only_the_publishers_own_voice_settles_its_lists_omission() -> None:
    store = with_list(
        ("a", "p", "asserts", "2024-04", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST),
        ("own", "q", "asserts", "2024-05", "", JOINED),
    )  # fmt: skip
    store.update(
        PREFIXES
        + """DELETE DATA { GRAPH graph:claims { <urn:c:own> pact:speaker <urn:p:q> } } ;
      INSERT DATA { GRAPH graph:claims { <urn:c:own> pact:speaker organisation:quoted } }"""
    )
    derive(store, ROOT)
    assert ("pact:countMismatch", "pact:stage", "") in kinds(store)


def test_the_publisher_of_a_list_settles_its_omission_in_a_source_of_its_own_not_where_another_quotes_it() -> None:
    store = with_list(
        ("a", "p", "asserts", "2024-04", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST),
        ("quoted", "r", "asserts", "2024-05", "", JOINED),
    )  # fmt: skip
    store.update(
        PREFIXES
        + """DELETE DATA { GRAPH graph:claims { <urn:c:quoted> pact:speaker <urn:p:r> } } ;
      INSERT DATA { GRAPH graph:claims { <urn:c:quoted> pact:speaker <urn:p:q> } }"""
    )
    derive(store, ROOT)
    assert kinds(store) == {("pact:countMismatch", "pact:stage", "")}


def test_an_assertion_of_a_third_publisher_does_not_settle_a_lists_omission() -> None:
    store = with_list(
        ("a", "p", "asserts", "2024-04", "", JOINED), ("l", "q", "asserts", "2024-07", "2024-07", LIST),
        ("third", "r", "asserts", "2024-05", "", JOINED),
    )  # fmt: skip
    assert kinds(store) == {("pact:countMismatch", "pact:stage", "")}


def test_a_list_of_the_day_of_joining_counts_and_one_of_the_day_before_does_not() -> None:
    same, before = (
        with_list(("a", "p", "asserts", "2024-07-10", "", JOINED), ("l", "q", "asserts", day, day, LIST))
        for day in ("2024-07-10", "2024-07-09")
    )
    assert kinds(same) == {("pact:countMismatch", "pact:stage", "")}
    assert kinds(before) == set()


def test_a_claim_that_lists_and_asserts_at_once_does_not_disagree_with_itself() -> None:
    assert kinds(with_list(("l", "q", "asserts", "2024-07", "2024-07", f"{LIST} . {JOINED}"))) == set()


# Editors


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


@pytest.mark.parametrize("told", [JOINED, f'{JOINED} ; pact:date "2023"^^edtf:EDTF'])
def test_what_has_no_public_source_supports_no_fact(told: str) -> None:
    content = f'{JOINED} ; pact:date "2023-07"^^edtf:EDTF'
    store = small(("a", "p", "asserts", "2023", "2023", content), ("notes", "q", "asserts", "2023", "2023", told))
    store.update(PREFIXES + "INSERT DATA { GRAPH graph:claims { <urn:s:q> pact:reliability pact:unverified } }")
    derive(store, ROOT)
    assert rows(store, "SELECT DISTINCT ?c { GRAPH graph:facts { ?f pact:supportedBy ?c } }") == {("urn:c:a",)}


# The real graph


def test_no_denied_planned_or_quoted_content_is_among_the_facts(graph: Store) -> None:
    leaked = rows(
        graph,
        """SELECT ?s ?p ?o { GRAPH graph:facts { ?f a pact:Fact ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; pact:citesRule pact:acceptAssertion }
        MINUS { GRAPH graph:claims { ?c pact:stance pact:asserts ; pact:speaker ?pub ; pact:source ?src . ?src dcterms:publisher ?pub }
                GRAPH ?c { ?s ?p ?o } } }""",
    )
    assert leaked == set()
    plain_triples = rows(
        graph,
        "SELECT ?s ?p ?o { GRAPH graph:facts { ?s ?p ?o FILTER NOT EXISTS { ?s a pact:Fact } } MINUS { GRAPH graph:facts { ?f rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } } }",
    )
    assert plain_triples == set(), "each plain triple is a described fact"


def test_nothing_that_a_source_denies_for_the_same_time_is_a_fact(graph: Store) -> None:
    assert (
        rows(
            graph,
            """SELECT ?c { GRAPH graph:claims { ?c pact:stance pact:denies } GRAPH ?c { ?s ?p ?o } GRAPH graph:facts { ?s ?p ?o } }""",
        )
        == set()
    )


def test_turkiye_bahrain_ethiopia_and_kenya_are_contested_and_no_members(graph: Store) -> None:
    disputed = rows(
        graph,
        "SELECT DISTINCT ?a { GRAPH graph:disagreements { ?d a pact:Dispute ; pact:about ?a ; rdf:predicate pact:stage } }",
    )
    assert disputed == {(f"accession:{party}-ilrs",) for party in ("turkiye", "bahrain", "ethiopia", "kenya")}
    members = rows(
        graph,
        "SELECT ?s { GRAPH graph:facts { ?s org:memberOf coalition:ilrs } GRAPH graph:entities { ?s a pact:State } }",
    )
    assert members == {(f"country:{name}",) for name in (
        "azerbaijan belarus china egypt kazakhstan nicaragua pakistan russia senegal serbia south-africa thailand venezuela".split())}  # fmt: skip


def test_peru_is_tied_through_apsco_and_no_member(graph: Store) -> None:
    assert rows(
        graph,
        "SELECT ?b { GRAPH graph:facts { ?t pact:through ?b } GRAPH graph:entities { ?t pact:party country:peru } }",
    ) == {("organisation:apsco",)}
    assert not rows(
        graph, "SELECT ?x { GRAPH graph:facts { country:peru org:memberOf coalition:ilrs . BIND (1 AS ?x) } }"
    )


def test_nasas_aim_is_a_plan_with_an_open_date(graph: Store) -> None:
    plan = rows(
        graph,
        "SELECT ?stance ?due { GRAPH ?c { <https://w3id.org/moonpact/id/milestone/artemis-crewed-missions> pact:due ?due } GRAPH graph:claims { ?c pact:stance ?stance } }",
    )
    assert plan == {("pact:plans", "[2025..]")}
    assert not rows(
        graph,
        "SELECT ?p { GRAPH graph:facts { <https://w3id.org/moonpact/id/milestone/artemis-crewed-missions> ?p ?o } }",
    )


def test_deriving_twice_changes_nothing(graph: Store) -> None:
    copy = Store()
    copy.extend(graph)
    derive(copy, ROOT)
    assert set(copy) == set(graph)


def test_the_order_in_which_claims_come_changes_nothing(graph: Store) -> None:
    derived = {NamedNode(name) for name in DERIVED_GRAPHS}
    backwards = Store()
    for quad in sorted((q for q in graph if q.graph_name not in derived), key=str, reverse=True):
        backwards.add(quad)
    derive(backwards, ROOT)
    assert set(backwards) == set(graph)


def test_every_fact_explains_itself_and_says_how_well_it_is_borne(graph: Store) -> None:
    known = rows(graph, "SELECT ?f { GRAPH graph:facts { ?f a pact:Fact } }")
    weak = rows(graph, "SELECT ?f { GRAPH graph:facts { ?f pact:support pact:weakSupport } }")
    unverified = rows(graph, "SELECT ?c { GRAPH graph:claims { ?c pact:source/pact:reliability pact:unverified } }")
    assert len(known) > 1000
    kinds = entity_kinds(ROOT) | {"fact"}
    for (fact,) in sorted(known):
        shown = explain(graph, names.expand(fact, kinds), names.shorten, {})
        told = {part.heading.removeprefix("claim ") for part in shown.parts[0].parts}
        assert shown.parts[0].heading == "for it"
        assert told
        assert not told & {claim for (claim,) in unverified}
        assert ("pact:weakSupport" in shown.lines[0]) == ((fact,) in weak)


@pytest.mark.parametrize(("stage", "dated"), [("signature", "accession:x"), ("intent", "?fact")])
def test_the_day_of_joining_or_of_an_intent_is_the_last_day_of_the_claim_that_first_tells_of_it(
    stage: str, dated: str
) -> None:
    content = f"accession:x pact:stage pact:{stage}"
    store = small(
        ("early", "p", "asserts", "2023-05", "", content), ("late", "q", "asserts", "2024-01-02", "", content)
    )
    days = f"""SELECT ?day {{ GRAPH graph:facts {{ ?fact rdf:subject accession:x ; rdf:predicate pact:stage }}
      GRAPH graph:dates {{ {dated} pact:latest ?day }} }}"""
    assert rows(store, days) == {("2023-05-31",)}
    store.update(
        PREFIXES
        + "DELETE { GRAPH graph:claims { <urn:c:early> ?p ?o } } WHERE { GRAPH graph:claims { <urn:c:early> ?p ?o } }"
    )
    derive(store, ROOT)
    assert rows(store, days) == {("2024-01-02",)}
