"""The facts of the real graph: what is among them, what is not, and that each explains itself."""

import pytest
from pyoxigraph import NamedNode, Store
from small_worlds import PREFIXES, ROOT, rows, small

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS, derive
from moonpact.explain import explain
from moonpact.questions import entity_kinds


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
