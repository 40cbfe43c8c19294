"""The published site served beside the endpoint: pages and data by content negotiation, and nothing outside the folder."""

import gzip
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from pyoxigraph import RdfFormat, parse
from serving import Server, serving

from moonpact import names
from moonpact.dist import write_all

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
LARGE = b"0123456789abcdef" * 200_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a small folder that is laid out as a published one."""
    folder = tmp_path_factory.mktemp("published")
    site = folder / "site"
    files = {
        "index.html": "<h1>Front</h1>", "sparql/index.html": "<h1>Ask</h1>", "questions/index.html": "<h1>Questions</h1>",
        "question/who-joined.html": "<h1>Who joined?</h1>", "question/who-joined.ttl": "", "ties/index.html": "<h1>Ties</h1>",
        "id/country/peru.html": "<h1>Peru</h1>" * 200, "id/country/peru.ttl": "", "ontology/0.1.0.html": "<h1>0.1.0</h1>",
        "dataset.html": "<h1>Data</h1>", "dataset.ttl": "<a:a> <b:b> <c:c> .", "a b.txt": "blank",
        "404.html": '<body data-root="/far/off/"><h1>Nothing</h1><a href="/far/off/index.html">Start</a></body>', ".well-known/void": "<a:a> <b:b> <c:c> .",
    }  # fmt: skip
    write_all(
        site,
        {name: text.encode() for name, text in files.items()}
        | {"dist/large.nq": LARGE, "dist/large.nq.gz": gzip.compress(LARGE)},
    )
    (folder / "secret.txt").write_text("the word")
    (site / "link.txt").symlink_to(folder / "secret.txt")
    with serving("--site", str(site), "--access-log", "") as running:
        yield running


@pytest.mark.parametrize(
    ("path", "accept", "location"),
    [
        ("/id/country/peru", BROWSER, "./peru.html"),
        ("/id/country/peru", "*/*", "./peru.html"),
        ("/id/country/peru", "text/turtle", "./peru.ttl"),
        ("/id/country/peru", "application/rdf+xml, text/html;q=0.5", "./peru.rdf"),
        ("/id/country/thailand", BROWSER, "./thailand.rdf"),
        ("/ontology/0.1.0", BROWSER, "./0.1.0.html"),
        ("/ontology/0.1.0", "application/ld+json", "./0.1.0.jsonld"),
        ("/dataset", BROWSER, "./dataset.html"),
        ("/dataset", "text/turtle", "./dataset.ttl"),
        ("/question/who-joined", "text/turtle", "./who-joined.ttl"),
        ("/question/who-joined", "application/rdf+xml", "./who-joined.html"),
        ("/questions/who-joined", BROWSER, "../question/who-joined.html"),
        ("/questions", BROWSER, "./questions/"),
        ("/sparql", BROWSER, "./sparql/"),
        ("/ties", BROWSER, "./ties/"),
    ],
)
def test_what_stands_elsewhere(server: Server, path: str, accept: str, location: str) -> None:
    response = server.get(path, Accept=accept)
    assert (response.status, response.headers["location"]) == (303, location)
    assert "accept" in response.headers["vary"].lower()
    found = server.get(urljoin(path, location), Accept=accept)
    assert found.status == 200


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/", "Front"), ("/index.html", "Front"), ("/ties/", "Ties"), ("/sparql/", "Ask"), ("/sparql/index.html", "Ask"),
        ("/questions/", "Questions"), ("/questions/index.html", "Questions"), ("/id/country/peru.html", "Peru"),
        ("/dataset.html", "Data"), ("/a%20b.txt", "blank"),
    ],
)  # fmt: skip
def test_pages_are_served(server: Server, path: str, text: str) -> None:
    response = server.get(path, Accept=BROWSER)
    assert response.status == 200
    assert text in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    assert server.request("HEAD", path, {"Accept": BROWSER}).body == b""


def test_programs_find_the_endpoint_beside_the_pages(server: Server) -> None:
    assert server.query("ASK {}").status == 200
    assert server.get("/sparql/?query=ASK%7B%7D").status == 200
    assert b"sparql-service-description" in server.get("/sparql", Accept="text/turtle").body
    assert server.get("/questions", Accept="application/json").text.startswith("[")
    assert server.get("/questions/who-joined", Accept="text/csv").status == 200
    assert server.get("/.well-known/void").headers["content-type"] == "text/turtle; charset=utf-8"


def test_pages_link_to_their_data_and_are_kept_by_browsers(server: Server) -> None:
    page = server.get("/id/country/peru.html", Accept_Encoding="gzip")
    assert page.headers["link"] == '<./peru.ttl>; rel="alternate"; type="text/turtle"'
    assert gzip.decompress(page.body).startswith(b"<h1>Peru</h1>")
    again = server.get("/id/country/peru.html", Accept_Encoding="gzip", If_None_Match=page.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert server.get("/id/country/peru.html").headers["etag"] != page.headers["etag"]


def test_large_files_go_out_in_parts(server: Server) -> None:
    plain = server.get("/dist/large.nq")
    assert plain.body == LARGE
    packed = server.get("/dist/large.nq", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == LARGE
    assert plain.headers["content-type"] == packed.headers["content-type"] == "application/n-quads"
    assert plain.headers["etag"] != packed.headers["etag"]
    assert server.get("/dist/large.nq", If_None_Match=plain.headers["etag"]).status == 304
    assert server.request("HEAD", "/dist/large.nq").body == b""
    archive = server.get("/dist/large.nq.gz")
    assert archive.headers["content-type"] == "application/gzip"
    assert "content-encoding" not in archive.headers


def test_a_browser_gets_the_page_for_addresses_that_have_none_with_links_that_lead_here(server: Server) -> None:
    found = server.get("/nothing/here.html", Accept=BROWSER)
    assert found.status == 404
    assert b'<a href="/index.html">' in found.body
    assert server.get("/nothing/here.html", Accept="*/*").body == b"There is nothing at this address.\n"


@pytest.mark.parametrize(
    "path",
    [
        "/link.txt", "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "//secret.txt", "/id/../../secret.txt",
        "/dist/../../secret.txt", "/%5c..%5csecret.txt",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_is_served(server: Server, path: str) -> None:
    answer = server.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert b"the word" not in answer.partition(b"\r\n\r\n")[2]


def test_the_real_site_is_served(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Pages as published, links that lead somewhere, and documents that say the same from the file and the engine."""
    pytest.importorskip("moonpact.site.publish", reason="the site is not part of this installation")
    files: dict[str, bytes] = request.getfixturevalue("files")
    write_all(tmp_path, files)
    pages = sorted(name for name in files if re.match(r"(id|claim|graph)/.*[.]html", name))
    with serving("--site", str(tmp_path), "--access-log", "") as running:
        assert running.get("/").body == files["index.html"]
        for name in pages[::150]:
            path = "/" + quote(name.removesuffix(".html"))
            assert running.get(path, Accept=BROWSER).headers["location"] == f"./{path.rpartition('/')[2]}.html"
            assert running.get(f"{path}.html").body == files[name]
            lines = running.get(f"{path}.nt", Accept="*/*").body
            assert set(parse(lines, RdfFormat.N_TRIPLES)) == set(
                parse(files[name.replace(".html", ".nt")], RdfFormat.N_TRIPLES)
            ), name
        for name in ("index.html", "dataset.html", "sparql/index.html", "id/country/peru.html", "ontology.html"):
            for link in set(re.findall(rb'(?:href|src)="([^"#?:]+)"', files[name])):
                target = urljoin(f"/{name}", unescape(link.decode()))
                assert running.get(target, Accept=BROWSER).status in (200, 303), (name, target)
        version = running.get("/ontology/0.1.0", Accept="text/turtle")
        assert version.headers["location"] == "./0.1.0.ttl"
        assert f"<{names.ONTOLOGY_GRAPH}>".encode() in running.get("/ontology/0.1.0.nt").body
