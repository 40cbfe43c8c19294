"""The clients that people use: SPARQLWrapper, rdflib, Comunica and curl, each against the running server."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyoxigraph import Store
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import Server, serving
from SPARQLWrapper import CSV, GET, JSON, POST, POSTDIRECTLY, TURTLE, URLENCODED, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from moonpact import asking

ROOT = Path(__file__).parent.parent
COMUNICA = ROOT / "tests/clients/node_modules/.bin/comunica-sparql"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving("--access-log", "") as running:
        yield running


def converted(wrapper: SPARQLWrapper) -> Any:  # noqa: ANN401 - another type for each format
    return wrapper.queryAndConvert()


@pytest.mark.parametrize(("method", "how"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper(server: Server, graph: Store, method: str, how: str) -> None:
    wrapper = SPARQLWrapper(server.url + "/sparql")
    wrapper.setMethod(method)
    wrapper.setRequestMethod(how)
    wrapper.setQuery(COUNT)
    wrapper.setReturnFormat(JSON)
    assert converted(wrapper)["results"]["bindings"][0]["n"]["value"] == str(len(graph))
    wrapper.setReturnFormat(XML)
    assert str(len(graph)) in converted(wrapper).toxml()
    wrapper.setReturnFormat(CSV)
    assert converted(wrapper).split() == [b"n", str(len(graph)).encode()]
    wrapper.setQuery("CONSTRUCT { ?s a ?t } WHERE { GRAPH <https://w3id.org/moonpact/graph/claims> { ?s a ?t } }")
    wrapper.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=converted(wrapper), format="turtle")) > 100
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery("SELECT * WHERE {")
    with pytest.raises(QueryBadFormed, match="Not valid SPARQL"):
        wrapper.query()


def test_rdflib(server: Server, graph: Store) -> None:
    store = SPARQLStore(server.url + "/sparql", context_aware=False, returnFormat="json")
    remote = rdflib.Graph(store)
    ((count,),) = list(remote.query(COUNT))  # type: ignore[misc]
    assert int(count) == len(graph)
    peru = rdflib.Graph().parse(server.url + "/id/country/peru", format="turtle")
    assert (rdflib.URIRef("https://w3id.org/moonpact/id/country/peru"), rdflib.RDF.type, None) in peru


def test_our_own_client(server: Server, root: Path) -> None:
    for name in ("who-joined", "disagreements"):
        assert asking.ask(root, name, {}, endpoint=server.url + "/sparql") == asking.ask(root, name, {})


def test_comunica(server: Server) -> None:
    if not COMUNICA.exists() or shutil.which("node") is None:
        pytest.skip("Comunica is not installed (npm ci --prefix tests/clients)")
    query = (
        "SELECT ?party WHERE { GRAPH <https://w3id.org/moonpact/graph/entities> "
        "{ ?a <https://w3id.org/moonpact/ontology#party> ?party } } ORDER BY ?party"
    )
    done = subprocess.run(
        [COMUNICA, f"sparql@{server.url}/sparql", "-q", query, "-t", "application/sparql-results+json"],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    mine = json.loads(server.query(query).body)["results"]["bindings"]
    assert [b["party"]["value"] for b in json.loads(done.stdout)["results"]["bindings"]] == [
        b["party"]["value"] for b in mine
    ]
    assert len(mine) > 10


def curl(*arguments: str) -> str:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    return subprocess.run(
        ["curl", "--silent", "--show-error", "--fail", *arguments], capture_output=True, text=True, check=True
    ).stdout


def test_curl(server: Server, graph: Store) -> None:
    query = f"query={COUNT}"
    assert curl("--data-urlencode", query, "-H", "Accept: text/csv", server.url + "/sparql").split()[1] == str(
        len(graph)
    )
    assert curl("-G", "--data-urlencode", query, "-H", "Accept: text/csv", server.url + "/sparql").split()[1] == str(
        len(graph)
    )
    turtle = curl("--location", "--compressed", "-H", "Accept: text/turtle", server.url + "/id/country/peru")
    assert "accession:peru-artemis-accords pact:party country:peru" in turtle
    assert "HTTP/1.1 200" in curl("--head", server.url + "/graphs?graph=https://w3id.org/moonpact/graph/facts")
    assert curl("--http1.0", "-H", "Accept: text/csv", "-G", "--data-urlencode", query, server.url + "/sparql").split()[
        1
    ] == str(len(graph))
