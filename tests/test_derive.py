"""Facts and disagreements: what the rules accept, compare, settle and leave open."""

import pytest
from small_worlds import JOINED, PREFIXES, ROOT, facts, rows, small

from moonpact.derive import derive


def test_an_assertion_in_the_sources_own_voice_becomes_a_fact_and_membership_follows() -> None:
    store = small(("a", "p", "asserts", "2023-07-17", "", JOINED))
    assert facts(store) == {
        ("accession:x", "pact:stage", "pact:signature"), ("country:x", "org:memberOf", "coalition:c"),
    }  # fmt: skip
    assert rows(store, "SELECT ?x { GRAPH graph:facts { country:x org:memberOf ?x } }") == {("coalition:c",)}


def test_what_concerns_a_signature_is_none() -> None:
    store = small(("a", "p", "asserts", "2023-07-17", "", "accession:x pact:concerns pact:signature"))
    assert facts(store) == {("accession:x", "pact:concerns", "pact:signature")}


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


# Editors


@pytest.mark.parametrize("told", [JOINED, f'{JOINED} ; pact:date "2023"^^edtf:EDTF'])
def test_what_has_no_public_source_supports_no_fact(told: str) -> None:
    content = f'{JOINED} ; pact:date "2023-07"^^edtf:EDTF'
    store = small(("a", "p", "asserts", "2023", "2023", content), ("notes", "q", "asserts", "2023", "2023", told))
    store.update(PREFIXES + "INSERT DATA { GRAPH graph:claims { <urn:s:q> pact:reliability pact:unverified } }")
    derive(store, ROOT)
    assert rows(store, "SELECT DISTINCT ?c { GRAPH graph:facts { ?f pact:supportedBy ?c } }") == {("urn:c:a",)}
