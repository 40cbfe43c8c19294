"""One graph spread over three nodes by Halyard on HBase, as `deploy/cluster/halyard` sets it up; one node is killed."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from engines import free_port
from pyoxigraph import Store

from moonpact.endpoint import ask_endpoint
from moonpact.errors import MoonpactError
from moonpact.questions import find_question, run
from moonpact.tables import text
from moonpact.upload import load_into

ROOT = Path(__file__).parent.parent
SETTINGS = ROOT / "deploy/cluster/halyard"
HALYARD = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "moonpact/halyard"
HOSTS = ("127.0.0.2", "127.0.0.3", "127.0.0.4")
START_SECONDS = 240

# Each pattern costs the cluster a call for every row, so the suite asks the cheap questions of each kind and
# tests/benchmarks/halyard.py asks all.
QUESTIONS = ("coalition-counts-over-time", "hearsay", "opinions-of", "phases", "facilities", "in-dispute", "opinions")
IN_FLIGHT = "missions"


@dataclass
class Cluster:
    """The query address, the folder with what the nodes wrote, and the nodes by address."""

    url: str
    folder: Path
    nodes: dict[str, subprocess.Popen[bytes]]


@contextmanager
def started(role: str, folder: Path, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "HALYARD": str(HALYARD), "HALYARD_DATA": str(folder), **settings}
    with (folder / f"{role}.out").open("ab") as out:
        process = subprocess.Popen([str(SETTINGS / "run"), role], env=environment, stdout=out, stderr=out)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def reply(request: Request | str) -> bytes:
    """Return what the server answers as soon as it is up."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urlopen(request, timeout=60) as answer:  # noqa: S310 - loopback
                return bytes(answer.read())
        except (URLError, OSError):
            assert time.monotonic() < deadline, f"{request} is not answered"
            time.sleep(0.2)


@contextmanager
def cluster_in(folder: Path, seconds: int = 600) -> Iterator[Cluster]:
    """Start ZooKeeper, HBase with three region servers and RDF4J Server, which gives a question so many seconds."""
    common = {"ZOOKEEPER_PORT": str(free_port()), "HBASE_PORT": str(free_port()), "HEAP": "400m"}
    port = free_port()
    with ExitStack() as stack:
        for role in ("zookeeper", "master"):
            stack.enter_context(started(role, folder, **common))
        nodes = {host: stack.enter_context(started("node", folder, NODE=host, **common)) for host in HOSTS}
        server = stack.enter_context(started("server", folder, SERVER_PORT=str(port), **{**common, "HEAP": "1g"}))
        base = f"http://127.0.0.1:{port}"
        reply(f"{base}/protocol")
        url, settings = f"{base}/repositories/moonpact", (SETTINGS / "repository.ttl").read_text()
        settings = settings.replace('evaluationTimeout "600"', f'evaluationTimeout "{seconds}"')
        reply(Request(url, settings.encode(), {"Content-Type": "text/turtle"}, method="PUT"))  # noqa: S310 - loopback
        reply(f"{url}/size")  # makes the table
        assert server.poll() is None
        yield Cluster(f"{url}?infer=false", folder, nodes)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    if not shutil.which("java") or not (HALYARD / "server").is_dir():
        pytest.skip(f"Halyard on HBase is not installed (java, and {HALYARD}, by .ci/engines halyard)")
    if sys.platform != "linux":
        pytest.skip("loopback addresses besides 127.0.0.1 were not set up")
    with cluster_in(tmp_path) as running:
        yield running


def address_of_updates(cluster: Cluster) -> str:
    return cluster.url.replace("?infer=false", "/statements")


def same(cluster: Cluster, graph: Store, name: str) -> bool:
    query = find_question(ROOT, name).text
    ours, theirs = run(graph, query), ask_endpoint(cluster.url, query)
    return [list(map(text, row)) for row in ours.rows] == [list(map(text, row)) for row in theirs.rows]


def test_a_graph_spread_over_three_nodes_answers_as_one_and_outlives_a_node(cluster: Cluster, graph: Store) -> None:
    load_into(graph, cluster.url, address_of_updates(cluster))
    written = {log.name.split(",")[0] for log in cluster.folder.glob("hbase/WALs/*,*") if any(log.iterdir())}
    assert written == set(HOSTS), "every node holds a part"
    assert [name for name in QUESTIONS if not same(cluster, graph, name)] == []

    outcomes: list[object] = []

    def ask() -> None:
        try:
            outcomes.append(same(cluster, graph, IN_FLIGHT))
        except MoonpactError as error:
            outcomes.append(error)

    asker = threading.Thread(target=ask)
    asker.start()
    time.sleep(0.2)
    cluster.nodes[HOSTS[1]].kill()
    asker.join(timeout=180)
    assert len(outcomes) == 1
    assert outcomes[0] is not False, "never a part of an answer"

    deadline = time.monotonic() + 180
    for name in QUESTIONS:
        while True:
            try:
                assert same(cluster, graph, name), f"{name} is wrong without a node"
                break
            except MoonpactError:
                assert time.monotonic() < deadline, "the other nodes did not take over"
                time.sleep(1)
