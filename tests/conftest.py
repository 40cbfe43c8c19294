"""What the tests share: the project, its graph, and the articles if they are at hand."""

import os
from pathlib import Path

import pytest
import rdflib
from hypothesis import settings
from projects import add_newcomer, copy_project, git
from published import Parsed, parse_page
from pyoxigraph import Store

from moonpact.asking import open_graph
from moonpact.stored import fill_stored

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# rdflib rewrites literals on loading unless told not to, and comparisons would be of other values
rdflib.NORMALIZE_LITERALS = False

# a busy machine is not a fault
settings.register_profile("moonpact", deadline=None)
settings.load_profile("moonpact")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project folder."""
    return ROOT


@pytest.fixture(scope="session")
def graph() -> Store:
    """Return the whole graph; a test that changes it makes its own copy."""
    return open_graph(ROOT)


@pytest.fixture(scope="session")
def files(graph: Store, root: Path) -> dict[str, bytes]:
    """Return the files of the published site, by path."""
    from moonpact.site.publish import render

    return render(graph, root)[0]


@pytest.fixture(scope="session")
def pages(files: dict[str, bytes]) -> dict[str, Parsed]:
    """Return the pages of the files, parsed."""
    return {path: parse_page(content) for path, content in files.items() if path.endswith(".html")}


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project as a git repository of two commits: without and with a new article."""
    project = copy_project(tmp_path_factory.mktemp("a pläce") / "project")
    git(project, "init", "--initial-branch=main")
    git(project, "add", ".")
    git(project, "commit", "--message=Before")
    git(project, "tag", "before")
    add_newcomer(project)
    git(project, "add", ".")
    git(project, "commit", "--message=Add an article")
    return project


@pytest.fixture(scope="session")
def stored(graph: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store on disk with the whole graph; a test that changes one fills its own."""
    location = tmp_path_factory.mktemp("stored") / "store"
    assert fill_stored(location, graph) == len(graph)
    return location


@pytest.fixture(scope="session")
def articles() -> Path:
    """Return the folder of the articles' texts, or skip by name."""
    folder = SHARED / "articles"
    if not folder.is_dir():
        pytest.skip("the articles' texts are not at hand (../shared/articles)")
    return folder


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test as a user would run the command: inside the project, without colours."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("MOONPACT_ROOT", raising=False)
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
