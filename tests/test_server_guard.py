"""What a query may not reach is told by its parsed form, not by words."""

import pytest
from pyoxigraph import Store

from moonpact.server.guard import refuse_federation, refuse_foreign_graphs
from moonpact.server.protocol import Refusal


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?s ?p 'SERVICE <http://127.0.0.1:1/> {}' }",
        "PREFIX service: <http://example.org/service/> SELECT ?service { ?service service:service service:x }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1:1/> {}",
        "SELECT * { <http://example.org/SERVICE> ?p 'x'@service }",
        "SELECT * { _:service ?p ?from }",
        "SELECT * { ?s ?p 'FROM <http://example.org/none>' } # FROM <http://example.org/none>",
        "PREFIX from: <http://example.org/from/> SELECT * { ?from from:from from:x }",
        "SELECT * { FILTER(?a<'x>') ?s ?p 'SERVICE' }",
    ],
)
def test_words_that_only_look_like_clauses_are_no_offence(query: str) -> None:
    refuse_federation(query)
    refuse_foreign_graphs(query, Store())


@pytest.mark.parametrize(
    ("query", "graph"),
    [
        ("SELECT * FROM <http://a.example/g> {}", "http://a.example/g"),
        ("PREFIX a: <http://a.example/> SELECT * FROM a:g {}", "http://a.example/g"),
        ("PREFIX a: <http://a.example/> SELECT * FROM NAMED a:g {}", "http://a.example/g"),
        ("BASE <http://a.example/x/> PREFIX : <../> SELECT * FROM :g {}", "http://a.example/g"),
        ("ASK # FROM <http://no.example>\n FROM\n# x\n<http://a.example/g> {}", "http://a.example/g"),
        ("CONSTRUCT {<a:a> <b:b> 'FROM <http://no.example>'} FROM <http://a.example/g> {}", "http://a.example/g"),
        ("DESCRIBE <a:a> FROM <file:///etc/passwd>", "file:///etc/passwd"),
    ],
)
def test_graphs_that_are_not_there_are_named(query: str, graph: str) -> None:
    with pytest.raises(Refusal, match="no such graph") as refused:
        refuse_foreign_graphs(query, Store())
    assert f"<{graph}>" in refused.value.message
    Store().query(query)
