"""Lists that claim to be whole: whom they leave out, and who settles that."""

from pyoxigraph import Store
from small_worlds import JOINED, PREFIXES, ROOT, facts, kinds, small

from moonpact.derive import derive

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
