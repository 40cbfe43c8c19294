"""The published site in a real Chromium, through the tests in web/tests: skipped by name where it cannot run."""

import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from moonpact.asking import open_graph
from moonpact.dist import write_all
from moonpact.site.publish import render

WEB = Path(__file__).parent.parent / "web"
ASSETS = WEB.parent / "src/moonpact/site/assets"

# what a page might run, follow or be led astray by, were it not escaped everywhere
PAYLOAD = (
    "<script>payload=1</script><img src=x onerror=payload=1></title></script></style>--><svg onload=payload=1>"
    '"\'onmouseover=payload=1 javascript:payload=1 {{payload}} ]]> \u202eelbisreveR\u2066 =HYPERLINK("https://example.org")'
)
ADDRESS = "javascript:payload=1"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium, or skip by name what is not there."""
    if not shutil.which("node"):
        pytest.skip("node is not installed")
    if not (WEB / "node_modules/playwright-core").is_dir() or not (ASSETS / "LICENSES.txt").is_file():
        pytest.skip("the site's scripts are not built (make web)")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("chromium is not installed")
    return found


def _moonpact(*arguments: str) -> str:
    command = [sys.executable, "-m", "moonpact", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=300).stdout.decode()


@pytest.fixture(scope="session")
def published(chromium: str, files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001 - what cannot be opened need not be written
    """Return the folder of the published site, below a folder that is served."""
    folder = tmp_path_factory.mktemp("site") / "below" / "pact"
    write_all(folder, files)
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve the folder two levels up, as a host would that holds more than this site."""
    handler = functools.partial(_Quiet, directory=str(folder.parents[1]))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.parent.name}/{folder.name}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(published: Path) -> Iterator[str]:
    """Return the address of the published site."""
    with _served(published) as address:
        yield address


def _run(name: str, chromium: str, folder: Path, address: str, **environment: str) -> None:
    environment |= {"CHROMIUM": chromium, "MOONPACT_SITE": address, "MOONPACT_FOLDER": str(folder)}
    command = ["node", "--test", "--test-reporter=spec", f"tests/{name}.test.mjs"]
    done = subprocess.run(command, cwd=WEB, env=os.environ | environment, capture_output=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout.decode()[-8000:] + done.stderr.decode()[-2000:]


def test_pages_are_quiet_accessible_and_fit_a_phone(chromium: str, published: Path, site: str) -> None:
    _run("pages", chromium, published, site)


def test_tables_slider_search_graph_and_charts_work_by_keyboard(chromium: str, published: Path, site: str) -> None:
    known = {
        day: _moonpact("ask", "members-known-on", "--known-on", day, "--format", "csv")
        for day in ("2023-10-23", "2024-05-14", "2024-07-23")
    }
    _run("tools", chromium, published, site, MOONPACT_KNOWN=json.dumps(known))


def test_sparql_in_the_browser_answers_as_the_command_line(chromium: str, published: Path, site: str) -> None:
    _run("sparql", chromium, published, site, MOONPACT_ANSWER=_moonpact("ask", "who-joined", "--format", "csv"))


@pytest.fixture(scope="session")
def hostile(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project in which every text is a payload and every address of a source is one too."""
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("ontology", "queries", "shapes", "data"):
        shutil.copytree(root / name, folder / name)
    for path in sorted((folder / "data").rglob("*.t*")):
        form = RdfFormat.TURTLE if path.suffix == ".ttl" else RdfFormat.TRIG
        poisoned = [_poisoned(quad) for quad in parse(path=str(path), format=form)]
        serialize(poisoned, path, format=RdfFormat.TRIG)
    return folder


def test_a_graph_of_payloads_runs_nothing(chromium: str, hostile: Path, tmp_path: Path) -> None:
    folder = tmp_path / "below" / "pact"
    write_all(folder, render(open_graph(hostile), hostile)[0])
    with _served(folder) as address:
        _run("payload", chromium, folder, address)


def _poisoned(quad: Quad) -> Quad:
    value = quad.object
    if quad.predicate.value == "https://schema.org/url":
        value = NamedNode(ADDRESS)
    elif isinstance(value, Literal) and quad.predicate.value != "https://w3id.org/moonpact/ontology#iso3166":
        if value.language:
            value = Literal(value.value + PAYLOAD, language=value.language)
        elif value.datatype.value.endswith("#string"):
            value = Literal(value.value + PAYLOAD)
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)
