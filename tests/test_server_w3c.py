"""The W3C's own cases of protocol, service description and evaluation, over HTTP."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import rdflib
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)
from rdflib.collection import Collection
from serving import Response, Server, serving

from moonpact import names

SHARED = Path(__file__).parent.parent.parent / "shared"


W3C = SHARED / "w3c/sparql/sparql11"


MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")


HT = rdflib.Namespace("http://www.w3.org/2011/http#")


CNT = rdflib.Namespace("http://www.w3.org/2011/content#")


UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")


FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"},
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def manifest(name: str) -> rdflib.Graph:
    path = W3C / name / "manifest.ttl"
    if not path.is_file():
        pytest.skip("the W3C test suite is not at hand (../shared/w3c)")
    graph = rdflib.Graph()
    graph.parse(path, format="turtle", publicID=path.as_uri())
    return graph


def listed(graph: rdflib.Graph, node: Any) -> list[Any]:  # noqa: ANN401
    return list(Collection(graph, node)) if node is not None else []


def cases(name: str) -> list[str]:
    path = W3C / name / "manifest.ttl"
    if not path.is_file():
        return ["not at hand"]
    entries = manifest(name).value(None, rdflib.RDF.type, MF.Manifest)
    found = manifest(name)
    return [str(n).rpartition("#")[2] for n in listed(found, found.value(entries, MF.entries))]


@pytest.fixture(scope="module")
def w3c_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the graphs that the protocol's cases name."""
    graph = manifest("protocol")
    store = Store()
    for data in set(graph.objects(None, UT.graphData)):
        path = W3C / "protocol" / str(graph.value(data, UT.graph)).rpartition("/")[2]
        store.load(
            path=str(path), format=RdfFormat.N_TRIPLES, to_graph=NamedNode(str(graph.value(data, rdflib.RDFS.label)))
        )
    assert len(store) == 3
    file = tmp_path_factory.mktemp("w3c") / "data.nq"
    store.dump(output=str(file), format=RdfFormat.N_QUADS)
    with serving("--data", str(file)) as running:
        yield running


@pytest.mark.parametrize("case", cases("protocol"))
def test_w3c_protocol(case: str, w3c_server: Server) -> None:
    """Each case as its manifest has it; updates are refused here, which is all that a read-only server can show."""
    graph = manifest("protocol")
    test = rdflib.URIRef("http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#" + case)
    (connection,) = graph.objects(test, MF.action)
    for request in listed(graph, graph.value(connection, HT.requests)):
        response = send(w3c_server, graph, request)
        if case.startswith("update_"):
            if not is_update(graph, request):
                continue  # asks whether the update was done
            assert response.status == 403, response.text
            assert "read-only" in response.text
            continue
        expected = graph.value(request, HT.resp)
        allowed = {str(s).rpartition("StatusCode")[2][0] for s in graph.objects(expected, MF.expectedStatus)}
        assert str(response.status)[0] in allowed, response.text
        kind = graph.value(expected, MF.expectedFormat)
        if kind:
            assert response.headers["content-type"].partition(";")[0] in FORMATS[str(kind)]
        boolean = graph.value(expected, MF.expectedBoolean)
        if boolean is not None:
            assert json.loads(response.body)["boolean"] is (str(boolean) == "true")


def is_update(graph: rdflib.Graph, request: Any) -> bool:  # noqa: ANN401
    kinds = [str(graph.value(h, HT.fieldValue)) for h in headers(graph, request)]
    return "application/sparql-update" in kinds or "update=" in str(
        graph.value(graph.value(request, HT.body), CNT.chars)
    )


def headers(graph: rdflib.Graph, request: Any) -> list[Any]:  # noqa: ANN401
    return listed(graph, graph.value(request, HT.headers))


def send(server: Server, graph: rdflib.Graph, request: Any) -> Response:  # noqa: ANN401
    body = graph.value(request, HT.body)
    content = None
    if body is not None:
        content = str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
    sent = {str(graph.value(h, HT.fieldName)): str(graph.value(h, HT.fieldValue)) for h in headers(graph, request)}
    target = str(graph.value(request, HT.absolutePath))
    return server.request(str(graph.value(request, HT.methodName)), target, sent, content)


@pytest.mark.parametrize("case", cases("service-description"))
def test_w3c_service_description(case: str, server: Server) -> None:
    response = server.get("/sparql", Accept="text/turtle")
    assert response.status == 200
    graph = rdflib.Graph().parse(data=response.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    (service,) = graph.subjects(rdflib.RDF.type, sd.Service)
    if case == "has-endpoint-triple":
        assert (service, sd.endpoint, rdflib.URIRef(server.url + "/sparql")) in graph
    elif case == "conforms-to-schema":
        for prop, kind in ((sd.defaultDataset, sd.Dataset), (sd.defaultDataset / sd.namedGraph, sd.NamedGraph)):
            for value in graph.objects(service, prop):
                assert (value, rdflib.RDF.type, kind) in graph
        assert list(graph.objects(service, sd.supportedLanguage)) == [sd.SPARQL11Query]
        assert all(graph.objects(service, sd.defaultDataset / sd.namedGraph / sd.name))
        assert len(list(graph.objects(service, sd.resultFormat))) == 10
    else:
        assert case in ("returns-rdf", "not at hand")
        assert len(graph) > 10
    for media in ("application/rdf+xml", "application/ld+json", "application/n-triples", "application/trig"):
        again = server.get("/sparql", Accept=media)
        assert again.headers["content-type"].startswith(media)
        assert list(parse(again.body, RdfFormat.from_media_type(media), base_iri=server.url))


EVALUATED = (
    "aggregates", "bind", "bindings", "cast", "construct", "csv-tsv-res", "exists", "functions", "grouping",
    "json-res", "negation", "project-expression", "property-path", "subquery",
)  # fmt: skip


QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")


def actions(folder: str) -> list[tuple[str, list[str], list[str]]]:
    """Return query, files of the default graph and files of named graphs of each query case."""
    graph = manifest(folder)
    return [
        (
            Path(str(graph.value(action, QT.query)).removeprefix("file://")).read_text(),
            sorted(map(str, graph.objects(action, QT.data))),
            sorted(map(str, graph.objects(action, QT.graphData))),
        )
        for action in sorted(set(graph.objects(None, MF.action)), key=str)
        if graph.value(action, QT.query)
    ]


def load(store: Store, iri: str, graph: NamedNode | DefaultGraph) -> None:
    path = iri.removeprefix("file://")
    store.load(path=path, format=RdfFormat.from_extension(path.rpartition(".")[2]), base_iri=iri, to_graph=graph)


@pytest.fixture(scope="module")
def evaluation_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve every file that the query cases read as a graph of its own."""
    store = Store()
    for iri in {iri for folder in EVALUATED for _, default, named in actions(folder) for iri in default + named}:
        load(store, iri, NamedNode(iri))
    file = tmp_path_factory.mktemp("w3c") / "data.nq"
    store.dump(output=str(file), format=RdfFormat.N_QUADS)
    with serving("--data", str(file)) as running:
        yield running


@pytest.mark.parametrize("folder", EVALUATED)
def test_evaluation_over_http_is_that_of_the_engine(folder: str, evaluation_server: Server) -> None:
    """The W3C's query cases: the same solutions over HTTP as from the engine in this process."""
    compared = 0
    for query, default, named in actions(folder):
        store = Store()
        for iri in default:
            load(store, iri, DefaultGraph())
        for iri in named:
            load(store, iri, NamedNode(iri))
        dataset = "".join(f"&default-graph-uri={quote(iri)}" for iri in default or ["urn:empty"])
        dataset += "".join(f"&named-graph-uri={quote(iri)}" for iri in named)
        _compare(evaluation_server, f"/sparql?query={quote(query, safe='')}{dataset}", store, query)
        compared += 1
    assert compared > 0


def _compare(server: Server, target: str, store: Store, query: str) -> None:
    changing = any(word in query.lower() for word in ("now()", "rand()", "uuid", "bnode"))
    try:
        here = store.query(query, base_iri=names.BASE)
    except (SyntaxError, ValueError):
        assert server.get(target).status == 400
        return
    response = server.get(target, Accept="application/sparql-results+json, application/n-triples")
    assert response.status == 200, (query, response.text)
    if isinstance(here, QuerySolutions):
        there = parse_query_results(response.body, QueryResultsFormat.JSON)
        assert isinstance(there, QuerySolutions)
        assert [v.value for v in there.variables] == [v.value for v in here.variables]
        left, right = ([_blind(row) for row in rows] for rows in (here, there))
        assert len(left) == len(right), query
        assert changing or sorted(left) == sorted(right), query
    elif hasattr(here, "__iter__"):
        there_triples = [_blind(q.triple) for q in parse(response.body, RdfFormat.N_TRIPLES)]
        assert sorted(set(there_triples)) == sorted({_blind(triple) for triple in here}), query
    else:
        assert json.loads(response.body)["boolean"] is bool(here)


def _blind(row: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple("_:" if str(cell).startswith("_:") else str(cell) for cell in row)
