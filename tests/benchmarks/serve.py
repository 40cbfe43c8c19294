"""Throughput and latency of `moonpact serve` beside Oxigraph's own server and rdflib-endpoint, on the same data.

Run: .venv/bin/python tests/benchmarks/serve.py [ROUNDS]
Needs wrk; `rdflib-endpoint` with `oxrdflib` (PyPI) on the path or in the folder MOONPACT_PEERS; what is missing is named and left out.
Rounds are interleaved, so that a busy machine slows all alike: read the ratios, not the numbers.
"""

import contextlib
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent.parent))

from serving import ROOT, serving

from moonpact import exports
from moonpact.asking import open_graph
from moonpact.questions import find_question

PEERS = os.pathsep.join([os.environ.get("MOONPACT_PEERS", ""), str(Path(sys.executable).parent), os.environ["PATH"]])
SECONDS = 2
CONNECTIONS = (1, 8, 32)
QUERIES = {
    "look-up": "SELECT ?p ?o { GRAPH ?g { <https://w3id.org/moonpact/id/accession/turkiye-ilrs> ?p ?o } }",
    **{
        name: find_question(ROOT, name).text
        for name in ("who-joined", "status-of-party", "in-dispute", "members-by-month", "disagreements")
    },
}
SCRIPT = """
local number = 0
function init(args) base = args[1]; fresh = args[2] == "fresh"; math.randomseed(os.time()); seed = math.random(1, 1000000000) end
function request()
  number = number + 1
  local tail = ""
  if fresh then tail = "%0A%23" .. seed .. "-" .. number end
  return wrk.format("GET", base .. tail, {["Accept"] = "application/sparql-results+json"})
end
"""


def free_port() -> int:
    """Return a port that nobody holds."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextlib.contextmanager
def peer(command: list[str], port: int, path: str) -> Iterator[str]:
    """Run another server until it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}{path}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5).read()
                break
            time.sleep(0.1)
        else:
            sys.exit(f"{command[0]} does not start")
        yield url
    finally:
        process.kill()
        process.wait()


def measure(url: str, query: str, connections: int, how: str, script: Path) -> tuple[float, float] | None:
    """Return requests a second and the 99th percentile in milliseconds, or None if there were errors."""
    base, _, path = url.rpartition("/")
    command = [
        "wrk", "-t1", f"-c{connections}", f"-d{SECONDS}", "--timeout", "20", "--latency", "-s", str(script), base,
        "--", f"/{path}?query={quote(query, safe='')}", how,
    ]  # fmt: skip
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, p99 = re.search(r"Requests/sec: +(\S+)", out), re.search(r"99% +([\d.]+)(us|ms|s|m)", out)
    if "Non-2xx" in out or not rate or not p99 or not float(rate[1]):
        return None
    return float(rate[1]), float(p99[1]) * {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}[p99[2]]


def main(rounds: int) -> None:
    """Print a table, and write the figures to standard error as JSON."""
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed (Debian: apt install wrk)")
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        data, script = Path(folder) / "data.nq", Path(folder) / "load.lua"
        data.write_bytes(exports.nquads(open_graph(ROOT)))
        script.write_text(SCRIPT)
        ours = stack.enter_context(serving("--data", str(data)))
        urls = {"moonpact": ours.url + "/sparql"}
        if oxigraph := shutil.which("oxigraph", path=PEERS):
            place = f"{folder}/store"
            subprocess.run([oxigraph, "load", "--location", place, "--file", data], check=True, capture_output=True)
            port = free_port()
            command = [oxigraph, "serve-read-only", "--location", place, "--bind", f"127.0.0.1:{port}"]
            urls["oxigraph"] = stack.enter_context(peer(command, port, "/query"))
        else:
            print("oxigraph is not installed: left out")
        if endpoint := shutil.which("rdflib-endpoint", path=PEERS):
            port = free_port()
            command = [endpoint, "serve", "--host", "127.0.0.1", "--port", str(port), "--store", "Oxigraph", str(data)]
            urls["rdflib-endpoint"] = stack.enter_context(peer(command, port, "/"))
        else:
            print("rdflib-endpoint is not installed: left out")
        report(urls, rounds, script)


def report(urls: dict[str, str], rounds: int, script: Path) -> None:
    """Measure every server in turn, and print medians and ratios."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for how in ("fresh", "repeated"):
        for name, query in QUERIES.items():
            for connections in CONNECTIONS:
                for _ in range(rounds):
                    for server, url in urls.items():
                        figure = measure(url, query, connections, how, script)
                        if figure:
                            found[f"{how}|{name}|{connections}|{server}"].append(figure)
    print(
        f"| {'query':28} | connections | "
        + " | ".join(f"{s}: 1/s (p99 ms)" for s in urls)
        + " | to oxigraph | to rdflib-endpoint |"
    )
    print("| --- | --- | " + " | ".join("---" for _ in urls) + " | --- | --- |")
    for how in ("fresh", "repeated"):
        for name in QUERIES:
            for connections in CONNECTIONS:
                row = {s: found.get(f"{how}|{name}|{connections}|{s}") for s in urls}
                rates = {s: statistics.median(r for r, _ in values) for s, values in row.items() if values}
                p99 = {s: statistics.median(p for _, p in values) for s, values in row.items() if values}
                cells = [f"{rates[s]:,.0f} ({p99[s]:.1f})" if s in rates else "errors" for s in urls]
                ratios = [
                    f"{rates['moonpact'] / rates[s]:.2f}" if s in rates and "moonpact" in rates else "-"
                    for s in ("oxigraph", "rdflib-endpoint")
                ]
                print(
                    f"| {how + ' ' + name:28} | {connections} | "
                    + " | ".join(cells)
                    + " | "
                    + " | ".join(ratios)
                    + " |",
                    flush=True,
                )
    print(json.dumps(found), file=sys.stderr)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
