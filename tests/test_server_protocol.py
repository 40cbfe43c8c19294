"""The SPARQL 1.1 Protocol, service description and Graph Store Protocol, over HTTP, by the W3C's cases and our own."""

import gzip
import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from pyoxigraph import (
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)
from serving import Server, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


SELECT = "SELECT ?s WHERE { GRAPH ?g { ?s a <https://w3id.org/moonpact/ontology#Article> } } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT { ?s a ?t } WHERE { GRAPH <https://w3id.org/moonpact/graph/claims> { ?s a ?t } }"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json;q=0.2, text/csv;q=0.3", "text/csv; charset=utf-8"),
        ("application/xml", "application/xml"),
        ("*/*;q=0, text/csv", "text/csv; charset=utf-8"),
        ("text/*", "text/csv; charset=utf-8"),
        ("text/html, application/xhtml+xml, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_solutions_by_accept(server: Server, accept: str, media: str) -> None:
    response = server.query(SELECT, accept)
    assert response.status == 200
    assert response.headers["content-type"] == media
    assert "accept" in response.headers["vary"].lower()


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "text/turtle; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/trig", "application/trig"),
        ("application/n-quads", "application/n-quads"),
        ("text/turtle;q=0.1, application/rdf+xml;q=0.9", "application/rdf+xml"),
    ],
)
def test_graphs_by_accept(server: Server, accept: str, media: str) -> None:
    response = server.query(CONSTRUCT, accept)
    assert response.headers["content-type"] == media
    kind = RdfFormat.from_media_type(media.partition(";")[0])
    assert kind is not None
    expected = {q.triple for q in parse(server.query(CONSTRUCT, "application/n-triples").body, RdfFormat.N_TRIPLES)}
    assert {q.triple for q in parse(response.body, kind)} == expected
    assert len(expected) > 100


@pytest.mark.parametrize(
    ("accept", "query", "status"),
    [
        ("image/png", SELECT, 406),
        ("text/turtle", SELECT, 406),
        ("text/csv", CONSTRUCT, 406),
        ("*/*;q=0", SELECT, 406),
        ("nonsense", SELECT, 406),
        (";;;,,,", SELECT, 406),
    ],
)
def test_what_cannot_be_accepted(server: Server, accept: str, query: str, status: int) -> None:
    assert server.query(query, accept).status == status


def test_head_is_get_without_body(server: Server) -> None:
    target = f"/sparql?query={quote(SELECT)}"
    get, head = server.get(target), server.request("HEAD", target)
    assert head.body == b""
    del get.headers["date"], head.headers["date"]
    assert head.headers == get.headers
    assert server.request("HEAD", "/graphs?graph=https://w3id.org/moonpact/graph/facts").status == 200


def test_options_and_cors(server: Server) -> None:
    response = server.request(
        "OPTIONS", "/sparql", {"Origin": "http://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert response.status == 204
    assert "POST" in response.headers["access-control-allow-methods"]
    assert response.headers["access-control-allow-origin"] == "*"
    assert server.query(SELECT).headers["access-control-allow-origin"] == "*"
    assert server.query("nonsense").headers["access-control-allow-origin"] == "*"


def test_etag_and_not_modified(server: Server) -> None:
    target = f"/sparql?query={quote(SELECT)}"
    first = server.get(target)
    again = server.get(target, If_None_Match=first.headers["etag"])
    assert again.status == 304
    assert again.body == b""
    assert again.headers["etag"] == first.headers["etag"]
    other = server.get(target, Accept="text/csv")
    assert other.headers["etag"] != first.headers["etag"]
    changing = server.query("SELECT (NOW() AS ?now) (RAND() AS ?r) {}")
    assert "etag" not in changing.headers
    assert changing.body != server.query("SELECT (NOW() AS ?now) (RAND() AS ?r) {}").body


def test_gzip(server: Server) -> None:
    target = f"/sparql?query={quote('SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o')}"
    plain = server.get(target)
    packed = server.get(target, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert len(packed.body) < len(plain.body) / 5
    assert gzip.decompress(packed.body) == plain.body
    small = server.get(f"/sparql?query={quote('ASK {}')}", Accept_Encoding="gzip")
    assert "content-encoding" not in small.headers


def test_long_answers_stream(server: Server) -> None:
    response = server.query("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    assert response.headers["transfer-encoding"] == "chunked"
    assert len(json.loads(response.body)["results"]["bindings"]) > 20_000


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_long_answers_are_kept(server: Server, coding: str) -> None:
    target = f"/sparql?query={quote('SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 5000', safe='')}"
    first, second, third = (server.get(target, Accept="text/csv", Accept_Encoding=coding) for _ in range(3))
    assert first.headers["transfer-encoding"] == "chunked"
    assert int(second.headers["content-length"]) == len(first.body)
    assert first.body == second.body == third.body
    assert first.headers["etag"] == second.headers["etag"]


@pytest.mark.parametrize(
    ("method", "target", "headers", "body", "status"),
    [
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK {}", 200),
        ("POST", "/sparql", {"Content-Type": 'Application/Sparql-Query; charset="UTF-8"'}, b"ASK {}", 200),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"query=ASK+%7B%7D&format=json", 200),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, "ASK { ?s ?p 'é' }".encode("latin-1"), 400),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=utf-16"}, "ASK {}".encode("utf-16"), 415),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}, gzip.compress(b"ASK {}", mtime=0), 415),
        ("POST", "/sparql?query=ASK%20{}", {"Content-Type": "application/sparql-query"}, b"ASK {}", 400),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"query=ASK%20{}&query=ASK%20{}", 400),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"query=%FF", 400),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"", 400),
        ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL", 403),
        ("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded"}, b"update=CLEAR%20ALL", 403),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}", 415),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"#" * 300_000 + b"\nASK {}", 413),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"#" * 70_000 + b"\nASK {}", 413),
        ("GET", "/sparql?query=ASK%20%7B", {}, None, 400),
        ("GET", "/sparql?query=", {}, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=relative", {}, None, 400),
        ("GET", "/sparql?query=CLEAR%20ALL", {}, None, 400),
        ("GET", "/sparql?query=" + "%20" * 30_000 + "ASK%7B%7D", {}, None, 414),
        ("GET", "/sparql?" + "a=1&" * 200, {}, None, 400),
        ("PUT", "/sparql", {}, b"", 405),
        ("DELETE", "/graphs?default", {}, None, 405),
        ("PUT", "/graphs?default", {}, b"", 405),
        ("POST", "/graphs?default", {}, b"", 405),
        ("PATCH", "/id/country/peru", {}, b"", 405),
        ("GET", "/graphs", {}, None, 400),
        ("GET", "/graphs?default&graph=http://example.org", {}, None, 400),
        ("GET", "/graphs?graph=http://example.org/none", {}, None, 404),
        ("GET", "/graphs?default", {"Accept": "image/png"}, None, 406),
        ("GET", "/nothing-here", {}, None, 404),
    ],
)  # fmt: skip
def test_status_codes(  # noqa: PLR0913, PLR0917
    server: Server, method: str, target: str, headers: dict[str, str], body: bytes | None, status: int
) -> None:
    response = server.request(method, target, headers, body)
    assert response.status == status, response.text
    if status >= 400:
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert len(response.text) > 15
    if status == 405:
        assert "GET" in response.headers["allow"]


def test_a_percent_sign_is_decoded_once(server: Server) -> None:
    query = 'SELECT ("100%25" AS ?x) {}'
    for response in (
        server.query(query, "text/csv"),
        server.request("POST", "/sparql", {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/csv"},
                       b"query=" + quote(query, safe="").encode()),
        server.request("POST", "/sparql", {"Content-Type": "application/sparql-query", "Accept": "text/csv"}, query.encode()),
    ):  # fmt: skip
        assert response.text == "x\r\n100%25\r\n"


def test_the_dataset_of_the_protocol_replaces_that_of_the_query(server: Server, graph: Store) -> None:
    facts = "https://w3id.org/moonpact/graph/facts"
    count = sum(1 for _ in graph.quads_for_pattern(None, None, None, NamedNode(facts)))
    every = quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    answer = server.get(f"/sparql?query={every}&default-graph-uri={quote(facts)}", Accept="text/csv")
    assert answer.text.split() == ["n", str(count)]
    named = quote("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    assert server.get(f"/sparql?query={named}&named-graph-uri={quote(facts)}", Accept="text/csv").text.split() == [
        "n",
        "1",
    ]
    assert server.get(f"/sparql?query={named}&default-graph-uri={quote(facts)}", Accept="text/csv").text.split() == [
        "n",
        "0",
    ]
    clause = quote(f"SELECT (COUNT(*) AS ?n) FROM <{facts}> {{ ?s ?p ?o }}")  # noqa: S608
    assert server.get(f"/sparql?query={clause}", Accept="text/csv").text.split() == ["n", str(count)]


def test_the_graph_store_protocol_reads_graphs(server: Server, graph: Store) -> None:
    facts = NamedNode("https://w3id.org/moonpact/graph/facts")
    response = server.get(f"/graphs?graph={quote(facts.value)}", Accept="application/n-triples")
    assert {q.triple for q in parse(response.body, RdfFormat.N_TRIPLES)} == {
        q.triple for q in graph.quads_for_pattern(None, None, None, facts)
    }
    assert server.get("/graphs?default", Accept="application/n-triples").body == b""


def test_everything_over_http_is_everything(server: Server, graph: Store) -> None:
    """The whole dataset through a streamed answer: nothing lost, nothing added, in three formats."""
    for accept, kind in (
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ):
        rows = parse_query_results(server.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }", accept).body, kind)
        assert isinstance(rows, QuerySolutions)
        assert {tuple(map(str, row)) for row in rows} == {
            (str(q.subject), str(q.predicate), str(q.object), str(q.graph_name)) for q in graph
        }
