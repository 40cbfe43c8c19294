"""Other SPARQL 1.1 servers, really started on loopback for tests and benchmarks; each is skipped where it is not installed."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

FUSEKI_JAR = Path(os.environ.get("FUSEKI_JAR", Path.home() / ".cache/moonpact/jena-fuseki-server.jar"))
START_SECONDS = 90


class NotInstalledError(Exception):
    """An engine is not there; the message names it."""


@dataclass
class Engine:
    """A running server: its addresses, and its process, so that a test can kill it."""

    name: str
    query: str
    update: str
    process: subprocess.Popen[bytes]


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def oxigraph(folder: Path, port: int = 0) -> Iterator[Engine]:
    """Start Oxigraph's own server on a folder, which it makes or opens."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if not program:
        raise NotInstalledError("oxigraph (PyPI) is not installed")
    port = port or free_port()
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(command, folder, f"http://127.0.0.1:{port}/query?query=ASK%7B%7D") as process:
        yield Engine("oxigraph", f"http://127.0.0.1:{port}/query", f"http://127.0.0.1:{port}/update", process)


@contextmanager
def fuseki(folder: Path, port: int = 0) -> Iterator[Engine]:
    """Start Apache Jena Fuseki with a TDB2 database in a folder."""
    java = shutil.which("java")
    if not java or not FUSEKI_JAR.is_file():
        raise NotInstalledError(f"Apache Jena Fuseki is not installed (java, and the jar at {FUSEKI_JAR})")
    port = port or free_port()
    command = [java, "-jar", str(FUSEKI_JAR), "--localhost", "--port", str(port), "--update", "--tdb2", "--loc"]
    command += [str(folder), "/moonpact"]
    base = f"http://127.0.0.1:{port}/moonpact"
    with _running(command, folder, f"{base}/sparql?query=ASK%7B%7D") as process:
        yield Engine("fuseki", f"{base}/sparql", f"{base}/update", process)


_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
ServerThreads = 10
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = {rows}
"""


@contextmanager
def virtuoso(folder: Path, port: int = 0, rows: int = 100_000_000) -> Iterator[Engine]:
    """Start Virtuoso 7 on a folder, with update allowed to whoever reaches loopback."""
    program, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if not program or not isql:
        raise NotInstalledError("Virtuoso 7 (Debian virtuoso-opensource-7-bin) is not installed")
    port, sql = port or free_port(), free_port()
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder=folder, port=port, sql=sql, rows=rows, buffers=100_000, dirty=75_000))
    base = f"http://127.0.0.1:{port}/sparql"
    with _running(
        [program, "+foreground", "+configfile", str(settings)], folder, f"{base}?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"
    ) as process:
        grant = "GRANT SPARQL_UPDATE TO \"SPARQL\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);"
        subprocess.run([isql, f"127.0.0.1:{sql}", "dba", "dba", f"exec={grant}"], check=True, capture_output=True)
        yield Engine("virtuoso", base, base, process)


ENGINES: dict[str, Callable[..., AbstractContextManager[Engine]]] = {
    "oxigraph": oxigraph,
    "fuseki": fuseki,
    "virtuoso": virtuoso,
}


@contextmanager
def _running(command: list[str], folder: Path, probe: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; the block begins when the server answers the probe."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder.parent / f"{folder.name}.out").open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, cwd=folder)
        try:
            _wait(process, probe)
            yield process
        finally:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], probe: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urlopen(probe, timeout=5) as answer:  # noqa: S310 - loopback
                answer.read()
                return
        except (HTTPError, URLError, OSError) as error:
            if isinstance(error, HTTPError):
                error.close()
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server did not start: {process.args!r}") from error
            time.sleep(0.05)
