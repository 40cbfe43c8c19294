"""Three nodes behind one address, as `deploy/cluster/nginx.conf` sets them up: the same rows, also when nodes stop."""

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
from urllib.request import urlopen

import pytest
from engines import free_port
from pyoxigraph import Store

from moonpact.endpoint import ask_endpoint
from moonpact.errors import MoonpactError
from moonpact.questions import read_questions, run
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
HOSTS = ("127.0.0.2", "127.0.0.3", "127.0.0.4")
PROBE = "SELECT (COUNT(*) AS ?count) WHERE { GRAPH ?g { ?s ?p ?o } }"


@dataclass
class Cluster:
    """The one address, the addresses of the nodes, and their processes."""

    url: str
    nodes: list[str]
    processes: list[subprocess.Popen[bytes]]


def wait_for(url: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            urlopen(f"{url}?query=ASK%7B%7D", timeout=5).close()  # noqa: S310 - loopback
        except URLError:
            assert time.monotonic() < deadline, f"{url} does not answer"
            time.sleep(0.05)
        else:
            return


@contextmanager
def running(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def cluster(graph: Store, tmp_path: Path) -> Iterator[Cluster]:
    """Start three nodes with the whole graph, and nginx with the configuration that we ship, on free ports."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    oxigraph = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if not nginx or not oxigraph:
        pytest.skip("nginx is not installed" if not nginx else "oxigraph (PyPI) is not installed")
    if sys.platform != "linux":
        pytest.skip("loopback addresses besides 127.0.0.1 were not set up")
    whole = Store(str(tmp_path / "node"))
    whole.bulk_extend(graph)
    whole.flush()
    del whole
    port, front = free_port(), free_port()
    settings = (ROOT / "deploy/cluster/nginx.conf").read_text().replace(":7878", f":{port}")
    (tmp_path / "nginx.conf").write_text(settings.replace("127.0.0.1:8080", f"127.0.0.1:{front}"))
    with ExitStack() as stack:
        nodes, processes = [], []
        for host in HOSTS:
            folder = tmp_path / host
            shutil.copytree(tmp_path / "node", folder)
            command = [oxigraph, "serve-read-only", "--location", str(folder), "--bind", f"{host}:{port}"]
            processes.append(stack.enter_context(running(command, tmp_path)))
            nodes.append(f"http://{host}:{port}/query")
            wait_for(nodes[-1])
        command = [nginx, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-g", "daemon off;"]
        stack.enter_context(running(command, tmp_path))
        wait_for(f"http://127.0.0.1:{front}/query")
        yield Cluster(f"http://127.0.0.1:{front}/query", nodes, processes)


def test_three_nodes_answer_as_one_and_a_stopped_node_changes_no_answer(cluster: Cluster, graph: Store) -> None:
    questions = list(read_questions(ROOT).values())
    differ = []
    for number, question in enumerate(questions):
        if number == len(questions) // 2:
            cluster.processes[1].kill()
            cluster.processes[1].wait()
        ours, theirs = run(graph, question.text), ask_endpoint(cluster.url, question.text)
        if [list(map(text, row)) for row in ours.rows] != [list(map(text, row)) for row in theirs.rows]:
            differ.append(question.name)
    assert differ == []
    with pytest.raises(MoonpactError, match="cannot be reached"):
        ask_endpoint(cluster.nodes[1], PROBE)


def test_a_node_killed_while_questions_run_gives_whole_answers_or_errors(cluster: Cluster, graph: Store) -> None:
    query = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
    outcomes: list[object] = []

    def ask() -> None:
        for _ in range(2):
            try:
                outcomes.append(len(ask_endpoint(cluster.url, query).rows))
            except MoonpactError as error:
                outcomes.append(error)

    askers = [threading.Thread(target=ask) for _ in range(2)]
    for asker in askers:
        asker.start()
    time.sleep(0.2)
    cluster.processes[0].kill()
    for asker in askers:
        asker.join(timeout=120)
    assert len(outcomes) == 4
    assert {outcome for outcome in outcomes if isinstance(outcome, int)} == {len(graph)}, "never a part of an answer"


def test_with_no_node_left_the_error_is_clear(cluster: Cluster) -> None:
    for process in cluster.processes:
        process.kill()
        process.wait()
    with pytest.raises(MoonpactError, match=r"refused the query|cannot be reached"):
        ask_endpoint(cluster.url, PROBE)
