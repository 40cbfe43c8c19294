"""A running server for tests: started as its users start it, spoken to over sockets."""

import contextlib
import functools
import http.client
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from moonpact import exports
from moonpact.asking import open_graph

ROOT = Path(__file__).parent.parent
START_SECONDS = 60


@dataclass(frozen=True)
class Response:
    """What came back: status, headers in lower case, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


@dataclass
class Server:
    """One running `moonpact serve`."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    host: str = field(default="127.0.0.1")

    @property
    def url(self) -> str:
        """The server's address, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    def request(  # noqa: PLR0913
        self,
        method: str,
        target: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        *,
        timeout: float = 30,
        source: str | None = None,
    ) -> Response:
        """Send one request on a connection of its own."""
        connection = http.client.HTTPConnection(
            self.host, self.port, timeout=timeout, source_address=(source, 0) if source else None
        )
        with contextlib.closing(connection):
            connection.request(method, target, body, dict(headers or {}))
            with connection.getresponse() as response:
                content = response.read()
                return Response(response.status, {k.lower(): v for k, v in response.getheaders()}, content)

    def get(self, target: str, **headers: str) -> Response:
        """GET with headers whose names are written with underscores."""
        return self.request("GET", target, {name.replace("_", "-"): value for name, value in headers.items()})

    def query(
        self, text: str, accept: str = "application/sparql-results+json", *, source: str | None = None
    ) -> Response:
        """Ask a query by GET."""
        return self.request("GET", f"/sparql?query={quote(text, safe='')}", {"Accept": accept}, source=source)

    def raw(self, data: bytes, *, seconds: float = 10) -> bytes:
        """Send bytes as they are and return all that comes until the server hangs up or falls silent."""
        received = b""
        with socket.create_connection((self.host, self.port), timeout=seconds) as connection:
            with contextlib.suppress(OSError):
                connection.sendall(data)
            with contextlib.suppress(OSError):
                while part := connection.recv(65536):
                    received += part
        return received

    def metric(self, name: str) -> float:
        """Return the present value of a metric without labels, named without its prefix."""
        found = re.search(rf"^moonpact_{name} (\S+)", self.get("/metrics").text, re.MULTILINE)
        assert found, name
        return float(found[1])

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End the server by a signal and return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


@functools.cache
def dump_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder with the project's graph in `moonpact.nq`, so that not every server derives it anew."""
    folder = tempfile.TemporaryDirectory()
    Path(folder.name, "moonpact.nq").write_bytes(exports.nquads(open_graph(ROOT)))
    return folder


@contextlib.contextmanager
def serving(*options: str, files: bool = False) -> Iterator[Server]:
    """Start a server on a free port and end it afterwards; with `files` it reads the project's files itself."""
    if not files and not {"--data", "--location"} & set(options):
        options = ("--data", f"{dump_folder().name}/moonpact.nq", *options)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = [sys.executable, "-m", "moonpact", "--root", str(ROOT), "serve", "--port", "0", *options]
        with log.open("wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        try:
            yield Server(process, _port(process, log), log)
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _port(process: subprocess.Popen[bytes], log: Path) -> int:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if found := re.search(r"http://[^ ]*:(\d+)/sparql", log.read_text()):
            return int(found[1])
        time.sleep(0.01)
    raise AssertionError(f"the server did not start: {log.read_text()}")


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that comes true soon."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def processes_of(pid: int) -> list[int]:
    """Return a process and all that it started, directly or not."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += processes_of(int(child))
    return found
