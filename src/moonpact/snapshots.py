"""States of the graph to compare: a git revision, a project folder, a `dist/` folder, or a published address."""

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from moonpact import dates, names
from moonpact.asking import open_graph
from moonpact.errors import MoonpactError
from moonpact.load import FOLDERS
from moonpact.queryfile import QueryFile
from moonpact.questions import read_questions
from moonpact.safeparse import survives
from moonpact.tables import text

DUMP = "moonpact.nq"
TIMEOUT_SECONDS = 60
MOST_BYTES = 2 * 1024**3

_LABEL = NamedNode(names.LABEL)
_ISSUED = NamedNode("http://purl.org/dc/terms/issued")


@dataclass(frozen=True)
class Snapshot:
    """One state: what the user calls it, the whole graph with what is derived, and its own questions, if it has any."""

    name: str
    store: Store
    questions: dict[str, QueryFile]

    @cached_property
    def labels(self) -> dict[str, str]:
        """English labels of terms and entities by IRI."""
        graphs = (names.ONTOLOGY_GRAPH, names.ENTITIES_GRAPH)
        quads = (q for g in graphs for q in self.store.quads_for_pattern(None, _LABEL, None, NamedNode(g)))
        return {
            text(q.subject): q.object.value
            for q in quads
            if isinstance(q.object, Literal) and q.object.language in {None, "en"}
        }

    @cached_property
    def issued(self) -> date:
        """The last day on which a source of this state can have been published."""
        issued = self.store.quads_for_pattern(None, _ISSUED, None, NamedNode(names.CLAIMS_GRAPH))
        return max((dates.bounds(text(q.object))[1] for q in issued), default=dates.FIRST_DAY)


def open_snapshot(root: Path, name: str) -> Snapshot:
    """Return the state that a user names: a web address, a folder, or else a revision of the project's git history.

    A folder is a project, whose facts are derived, or holds a dump (`moonpact.nq`), which is read as it
    stands; so is an address, or the file `moonpact.nq` below it. Raises MoonpactError if it is none of these.
    """
    if not name:
        raise MoonpactError("an empty name is no state of the graph", remedy="Name what stands here with “.”.")
    if name.startswith(("http://", "https://")):
        return Snapshot(name, _published(name), {})
    folder = Path(name)
    if (folder / DUMP).is_file():
        return Snapshot(name, _dump((folder / DUMP).read_bytes(), str(folder / DUMP)), {})
    if all((folder / needed).is_dir() for needed in FOLDERS):
        return _project(name, folder)
    if folder.is_dir():
        raise MoonpactError(
            "this folder is neither a project nor a build",
            where=name,
            remedy=f"Name a folder with {', '.join(FOLDERS)}, or one that “moonpact build” wrote.",
        )
    with _checkout(root, name) as copy:
        return _project(name, copy)


def _project(name: str, folder: Path) -> Snapshot:
    return Snapshot(name, open_graph(folder), read_questions(folder))


@contextmanager
def _checkout(root: Path, revision: str) -> Iterator[Path]:
    """Lay a revision's data, ontology, questions and shapes out in a folder that is removed afterwards."""
    if not shutil.which("git"):
        raise MoonpactError("git is not installed", where=revision, remedy="Compare folders or addresses instead.")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        raise MoonpactError(
            "neither a git revision of this project nor a folder nor an address",
            where=revision,
            remedy="This clone has only the newest commits: “git fetch --unshallow” brings the others."
            if shallow
            else "Examples: main, HEAD~1, v0.1.0, dist, https://example.org/moonpact/.",
        )
    sha = commit.stdout.decode().strip()
    archive = _git(root, "archive", "--format=tar", sha, *FOLDERS)
    if archive.returncode:
        why = archive.stderr.decode(errors="replace").strip().splitlines()
        raise MoonpactError(
            f"this revision is no whole project: {why[-1] if why else 'git archive failed'}",
            where=revision,
            remedy=f"Name a revision with {', '.join(FOLDERS)}.",
        )
    with tempfile.TemporaryDirectory(prefix="moonpact-") as copy:
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
            tar.extractall(copy, filter="data")
        yield Path(copy)


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607


def _published(address: str) -> Store:
    place = address if address.endswith(".nq") else f"{address.rstrip('/')}/{DUMP}"
    try:
        with urlopen(place, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - the scheme is http or https
            content = answer.read(MOST_BYTES + 1)
    except (HTTPError, URLError, OSError, ValueError) as error:
        if isinstance(error, HTTPError):
            error.close()
        raise MoonpactError(
            f"cannot be fetched: {error}", where=place, remedy=f"Give the address of a published {DUMP}, or its folder."
        ) from error
    if len(content) > MOST_BYTES:
        raise MoonpactError(f"is larger than {MOST_BYTES // 1024**3} GiB", where=place)
    death = survives(lambda: _dump(content, place))
    if death:
        raise MoonpactError(f"cannot be read: {death}", where=place)
    return _dump(content, place)


def _dump(content: bytes, where: str) -> Store:
    store = Store()
    try:
        store.bulk_extend(parse(content, format=RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as error:
        raise MoonpactError(f"no N-Quads: {error}", where=where) from error
    if not any(store.quads_for_pattern(None, None, None, NamedNode(names.FACTS_GRAPH))):
        raise MoonpactError("holds no facts", where=where, remedy=f"A dump is {DUMP} as “moonpact build” writes it.")
    return store
