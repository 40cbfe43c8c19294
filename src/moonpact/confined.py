"""Queries of strangers: each in a child process with limits on time, memory, rows and bytes, without files or network.

Run as a program, this module holds the graph and answers one query a line, forking a child for each; forking is safe
there, for it has no threads.
"""

import faulthandler
import json
import os
import resource
import select
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from moonpact.asking import open_graph
from moonpact.errors import MoonpactError
from moonpact.questions import Answer, run
from moonpact.server.guard import refuse_federation, refuse_foreign_graphs
from moonpact.server.protocol import Refusal
from moonpact.server.settings import Settings
from moonpact.tables import render

# as the SPARQL endpoint has them; rows and bytes are fewer, for an assistant reads them all
SECONDS = Settings.seconds
MEMORY_BYTES = Settings.memory_mb * 1024**2
MOST_ROWS = 1000
MOST_BYTES = 4 * 1024**2
MOST_QUERY_BYTES = 64 * 1024


class Confined:
    """A process that answers queries over a project's graph; it is started when first needed, and again if it dies."""

    def __init__(self, root: Path, known_on: date | None = None) -> None:
        """Remember what to answer from; nothing is started yet."""
        self._command = [sys.executable, "-m", "moonpact.confined", str(root), known_on.isoformat() if known_on else ""]
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def ask(self, query: str) -> tuple[dict[str, Any], bool]:
        """Return SPARQL 1.1 JSON results, at most `MOST_ROWS` of them, and whether there were more.

        Raises MoonpactError if the query is too long, not valid, asks other servers, or needs more than it may have.
        """
        if len(query.encode()) > MOST_QUERY_BYTES:
            raise MoonpactError(f"the query is longer than {MOST_QUERY_BYTES // 1024} KiB", remedy="Shorten it.")
        with self._lock:
            line = self._exchange(json.dumps(query))
        found: dict[str, Any] = json.loads(line)
        if "error" in found:
            raise MoonpactError(found["error"], where="query", remedy=found["remedy"])
        return found["results"], found["truncated"]

    def _exchange(self, line: str) -> str:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        process = self._process
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = ""
        if not answer:
            raise MoonpactError("the process that answers queries has died", remedy="Ask again; a new one will start.")
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()


def answer(store: Store, query: str, *, seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> dict[str, Any]:
    """Return `results` and `truncated`, or `error` and `remedy`, of one query evaluated in a forked child."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        faulthandler.disable()  # the parent tells of a crash
        _evaluate(store, query, writer, seconds, memory)
    os.close(writer)
    try:
        content, why = _read(reader, time.monotonic() + seconds)
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    narrower = "Ask for less: name graphs, add LIMIT, avoid unjoined patterns and unbounded paths."
    if why:
        return {"error": why, "remedy": narrower}
    try:
        found: dict[str, Any] = json.loads(content)
    except ValueError:
        code = os.waitstatus_to_exitcode(status)
        return {"error": f"the query needs too much memory or is nested too deeply ({code})", "remedy": narrower}
    return found


def _read(reader: int, deadline: float) -> tuple[bytes, str]:
    parts: list[bytes] = []
    size = 0
    while select.select([reader], [], [], max(0.0, deadline - time.monotonic()))[0]:
        part = os.read(reader, 1 << 16)
        if not part:
            return b"".join(parts), ""
        size += len(part)
        parts.append(part)
        if size > MOST_BYTES:
            return b"", f"the answer is larger than {MOST_BYTES // 1024**2} MiB"
    return b"", "the query takes too long"


def _evaluate(store: Store, query: str, writer: int, seconds: float, memory: int) -> None:
    """Evaluate in the child, which never returns: no new file or socket, little memory, little time."""
    try:
        # what a dying engine has to say is not for the user
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        own = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (own + memory, own + memory))
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
        # only now, for the first of them evaluates the query over nothing: a SERVICE would be asked
        refuse_federation(query)
        refuse_foreign_graphs(query, store)
        found = json.dumps(_results(store, query))
    except Refusal as refusal:
        found = json.dumps({"error": refusal.message, "remedy": "Leave that clause out."})
    except MoonpactError as error:
        found = json.dumps(
            {"error": error.what, "remedy": error.remedy or "Correct it; only queries that read are answered."}
        )
    except BaseException:  # noqa: BLE001 - the parent says what a child without an answer means
        os._exit(1)
    with os.fdopen(writer, "w", encoding="utf-8") as out:
        out.write(found)
    os._exit(0)


def _results(store: Store, query: str) -> dict[str, Any]:
    whole = run(store, query, most=MOST_ROWS + 1)
    kept = Answer(whole.columns, whole.rows[:MOST_ROWS])
    return {"results": json.loads(render(kept, "json")), "truncated": len(whole.rows) > MOST_ROWS}


def main() -> None:
    """Answer queries from standard input, a JSON string a line, until it ends."""
    root, known_on = Path(sys.argv[1]), sys.argv[2]
    try:
        store = open_graph(root, date.fromisoformat(known_on) if known_on else None)
        failed = None
    except MoonpactError as error:
        failed = {"error": error.what, "remedy": error.remedy}
    for line in sys.stdin:
        sys.stdout.write(json.dumps(failed or answer(store, json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
