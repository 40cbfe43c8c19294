"""Linked data and stored questions over HTTP: negotiation, documents, parameters that nobody can break out of."""

import csv
import functools
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import quote, urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store, parse
from serving import ROOT, Server, serving

from moonpact import names
from moonpact.questions import entity_kinds, find_question, parameters, read_questions
from moonpact.tables import text

PERU = names.ID + "country/peru"
SUFFIXES = {
    "ttl": "text/turtle", "nt": "application/n-triples", "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json", "trig": "application/trig", "nq": "application/n-quads",
}  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving("--access-log", "", files=True) as running:
        yield running


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [("", "ttl"), ("*/*", "ttl"), ("text/turtle", "ttl"), ("application/rdf+xml", "rdf"), ("application/ld+json", "jsonld"),
     ("application/n-triples", "nt"), ("application/trig", "trig"), ("application/n-quads;q=0.9, text/turtle;q=0.2", "nq"),
     ("text/html", "ttl")],
)  # fmt: skip
def test_a_thing_leads_to_a_document_about_it(server: Server, accept: str, suffix: str) -> None:
    response = server.request("GET", "/id/country/peru", {"Accept": accept})
    assert response.status == 303
    assert "accept" in response.headers["vary"].lower()
    location = urljoin(server.url + "/id/country/peru", response.headers["location"])
    assert location == f"{server.url}/id/country/peru.{suffix}"
    document = server.get(urlsplit(location).path)
    assert document.status == 200
    assert document.headers["content-type"].partition(";")[0] == SUFFIXES[suffix]
    assert f'<{PERU}>; rel="describes"' in document.headers["link"]


def test_all_documents_about_a_thing_say_the_same(server: Server, graph: Store) -> None:
    """Every format; of claims, what is quoted stays in its named graph and is asserted nowhere."""
    expected = {
        (q.subject, q.predicate, q.object)
        for q in graph
        if not text(q.graph_name).startswith(names.CLAIM)
        and (
            q.subject == NamedNode(PERU)
            or (q.object == NamedNode(PERU) and text(q.graph_name) in (names.FACTS_GRAPH, names.ENTITIES_GRAPH))
        )
    }
    assert len(expected) > 3
    for suffix in SUFFIXES:
        body = server.get(f"/id/country/peru.{suffix}").body
        quads = list(parse(body, RdfFormat.from_extension(suffix), base_iri=names.BASE))
        if suffix in ("trig", "nq"):
            quads = [q for q in quads if not text(q.graph_name).startswith(names.CLAIM)]
        assert {(q.subject, q.predicate, q.object) for q in quads} == expected, suffix


def test_the_content_of_a_claim_is_only_in_its_graph(server: Server, graph: Store) -> None:
    claim = next(
        q.subject
        for q in graph.quads_for_pattern(None, NamedNode(names.PACT + "stance"), NamedNode(names.PACT + "denies"))
    )
    content = {(q.subject, q.predicate, q.object) for q in graph.quads_for_pattern(None, None, None, claim)}  # type: ignore[arg-type]
    assert content
    path = "/" + text(claim).removeprefix(names.BASE)
    asserted = {(q.subject, q.predicate, q.object) for q in parse(server.get(path + ".ttl").body, RdfFormat.TURTLE)}
    assert asserted
    assert not content & asserted
    quoted = [q for q in parse(server.get(path + ".trig").body, RdfFormat.TRIG) if q.graph_name == claim]
    assert {(q.subject, q.predicate, q.object) for q in quoted} == content


@pytest.mark.parametrize("path", ["/ontology", "/graph/facts", "/id/date/2023-10"])
def test_other_resources(server: Server, path: str) -> None:
    assert server.get(path).status == 303
    document = server.get(path + ".nt")
    assert document.status == 200
    assert document.body.count(b"\n") > 2


@pytest.mark.parametrize(
    "path",
    ["/id/country/atlantis", "/id/country/atlantis.ttl", "/claim/none/none", "/id/..%2f..%2fetc%2fpasswd", "/id/%252e%252e/x",
     "/id/country/peru.exe", "/id/country/peru.ttl.html", "/id/" + "a" * 10_000, "/ontology/x"],
)  # fmt: skip
def test_what_is_not_there(server: Server, path: str) -> None:
    response = server.get(path)
    assert response.status == 404
    assert "root:" not in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/id/%0d%0aX:%20y",
        "/id/a%00b",
        "/id/%ff",
        "/id/%ED%A0%80",
        '/id/a"b',
        "/id/<b>",
        "/id/{b}",
        "/id/a\\b",
        "/id/%E2%80%AEx",
    ],
)
def test_what_is_no_address(server: Server, path: str) -> None:
    answer = server.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert answer.split()[1] in (b"400", b"404")
    assert b"\r\nX: y" not in answer


def test_every_entity_has_its_documents(server: Server, graph: Store) -> None:
    iris = {
        t.value
        for q in graph
        for t in (q.subject, q.graph_name)
        if isinstance(t, NamedNode) and t.value.startswith(names.BASE)
    }
    for iri in sorted(iris)[::40]:
        path = "/" + iri.partition("#")[0].removeprefix(names.BASE)
        assert server.get(path).status == 303, iri
        assert server.get(path + ".nq").status == 200, iri


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode(), newline="")))


@pytest.mark.parametrize("name", sorted(p.stem for p in (ROOT / "queries").glob("*.rq")))
def test_every_stored_question_answers_as_here(server: Server, graph: Store, name: str) -> None:
    here = graph.query(find_question(ROOT, name).text)
    assert isinstance(here, QuerySolutions)
    expected = [[text(cell) for cell in row] for row in here]
    answer = server.get(f"/questions/{name}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert [list(row.values()) for row in rows(answer.body)] == expected
    assert server.get(f"/questions/{name}", Accept="text/csv").body == answer.body
    again = server.get(f"/questions/{name}", Accept="application/json")
    assert len(json.loads(again.body)["results"]["bindings"]) == len(expected)


def test_parameters_have_types(server: Server) -> None:
    peru = rows(server.get("/questions/status-of-party.csv?party=country:peru&coalition=coalition:ilrs").body)
    same = rows(server.get(f"/questions/status-of-party.csv?party={quote(PERU)}&coalition=coalition:ilrs").body)
    assert peru == same
    assert rows(server.get("/questions/members-on-date.csv?date=2023-10-23").body) != rows(
        server.get("/questions/members-on-date.csv?date=2022-10-23").body
    )
    for target, words in (
        ("members-on-date?date=yesterday", "is no date"),
        ("members-on-date?day=2023-10-23", "no parameter"),
        ("members-on-date?date=2023-10-23&date=2024-10-23", "more than once"),
        ("status-of-party?party=nothing", "is no iri"),
        ("no-such-question", ""),
    ):
        response = server.get(f"/questions/{target}")
        assert response.status == (404 if not words else 400)
        assert words in response.text
    assert server.get("/questions/who-joined", Accept="text/turtle").status == 406


def test_openapi_describes_every_question(server: Server) -> None:
    document = json.loads(server.get("/openapi.json").body)
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": server.url}]
    for name, question in read_questions(ROOT).items():
        operation = document["paths"][f"/questions/{name}"]["get"]
        assert operation["summary"] == question.summary
        assert {p["name"] for p in operation["parameters"]} == set(parameters(question))
    listed = json.loads(server.get("/questions").body)
    assert {q["name"] for q in listed} == set(read_questions(ROOT))


PARAMETERS = [(name, parameter) for name, q in read_questions(ROOT).items() for parameter in parameters(q)]
VECTORS = (
    'zzz" } UNION { ?s <http://pw> ?n } } #', "zzz' } UNION { ?s ?p ?o } #", "country:peru> } UNION { ?s ?p ?o } #",
    f"<{PERU}> }} {{ ?s ?p ?o }} VALUES ?x {{ <{PERU}>", "\\u0022 } UNION { ?s ?p ?o } #", "\\u003E } #", "\u201d } #",
    "http://e/ } UNION { ?s ?p ?o", "http://e/\n} #", "http://e/x\u0000", "http://dt> .\n<http://evil> <http://p> <http://o",
    "?x", "UNDEF", "2024-01-01 } #", '2024-01-01"^^<x> } #', "${party}", "{{party}}", "%s", "'; DROP ALL; --",
)  # fmt: skip


NOWHERE = "http://nowhere.example/thing"
DAYS = ("2022-10-23", "2023-10-23", "2024-05-10", "2024-07-20", "2100-01-01")


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_a_parameter_is_a_value_and_nothing_else(server: Server, graph: Store, name: str, parameter: str) -> None:
    """Random texts and known injections: an error, or the very rows that filtering in Python keeps."""
    question = find_question(ROOT, name)
    kind, kinds = parameters(question)[parameter], entity_kinds(ROOT)
    entities = {text(q.subject) for q in graph.quads_for_pattern(None, None, None, NamedNode(names.ENTITIES_GRAPH))}
    terms = (
        {day: f'"{day}"^^<{names.XSD}date>' for day in DAYS}
        if kind == "date"
        else {iri: f"<{iri}>" for iri in (*entities, NOWHERE)}
    )
    expected = rows_by_value(graph, question.text, parameter, terms)

    def same(value: str) -> None:
        response = server.get(f"/questions/{name}.csv?{parameter}={quote(value, safe='')}")
        try:
            asked = (
                date.fromisoformat(value).isoformat() if kind == "date" else NamedNode(names.expand(value, kinds)).value
            )
        except ValueError:
            assert response.status == 400, response.text
            return
        assert response.status == 200, response.text
        known = DAYS if kind == "date" else entities
        if asked not in known:
            if kind == "date":
                return
            asked = NOWHERE  # to the data, one name that they do not have is as good as another
        found = rows(response.body)
        assert sorted(found, key=repr) == sorted(expected(asked), key=repr)

    for vector in VECTORS:
        same(vector)
    real = st.sampled_from(sorted({*DAYS} if kind == "date" else {names.shorten(iri) for iri in entities} | entities))
    random_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)

    @settings(max_examples=20, deadline=None, database=None)
    @given(
        st.one_of(real, random_text, st.tuples(real, random_text).map("".join), random_text.map("http://e/".__add__))
    )
    def random_values(value: str) -> None:
        same(value)

    random_values()


def rows_by_value(
    graph: Store, query: str, parameter: str, terms: dict[str, str]
) -> Callable[[str], list[dict[str, str]]]:
    """Return the rows for a value: of all values' rows, asked for at once, those that Python finds to be of this one.

    A row may come from a part of the question that the parameter does not touch; then it has no value. Where the
    parameter is out of sight, inside a subquery, each value is asked for by itself.
    """

    def run(values: str, *, shown: bool) -> list[tuple[str, dict[str, str]]]:
        bound, count = re.subn(rf"VALUES \?{parameter} {{[^}}]*}}", f"VALUES ?{parameter} {{ {values} }}", query)
        assert count == 1
        column = f" ?{parameter}" if shown else ""
        bound, count = re.subn(r"^SELECT( DISTINCT)? ", rf"SELECT\1{column} ", bound, count=1, flags=re.MULTILINE)
        assert count == 1
        bound = re.sub(r"^} GROUP BY ", f"}} GROUP BY{column} ", bound, flags=re.MULTILINE)
        results = graph.query(bound)
        assert isinstance(results, QuerySolutions)
        columns = [variable.value for variable in results.variables][shown:]
        return [
            (text(solution[0]) if shown else "", dict(zip(columns, map(text, tuple(solution)[shown:]), strict=True)))
            for solution in results
        ]

    table = run(" ".join(terms.values()), shown=True)
    if table and not any(value for value, _ in table):
        return functools.cache(lambda asked: [row for _, row in run(terms[asked], shown=False)])
    return lambda asked: [row for value, row in table if value in ("", asked)]
