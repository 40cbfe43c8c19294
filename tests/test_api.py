"""The graph in Python: questions as functions, answers as rows, data frames and tables, and the example notebook."""

import inspect
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

import moonpact
from moonpact.api import MOST_SHOWN, Graph, Table
from moonpact.asking import ask
from moonpact.errors import MoonpactError
from moonpact.questions import Answer, read_questions
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def moon() -> Graph:
    return moonpact.open()


def test_every_question_is_a_function_with_its_parameters(moon: Graph) -> None:
    assert list(moon.ask) == list(read_questions(ROOT))
    for name, function in moon.ask.items():
        assert getattr(moon.ask, function.__name__).__doc__ == function.__doc__
        assert function.__name__ in dir(moon.ask)
        assert set(inspect.signature(function).parameters) >= {"known_on"}, name
    assert list(inspect.signature(moon.ask.claims_about).parameters)[-1] == "known_on"


@pytest.mark.parametrize("name", ["who-joined", "members-known-on", "coalition-counts-over-time", "in-dispute"])
def test_rows_are_those_of_the_command(moon: Graph, name: str) -> None:
    expected = ask(ROOT, name, {})
    table = moon.ask[name]()
    assert table.columns == expected.columns
    assert [[None if v is None else str(v) for v in row] for row in table] == [
        [
            None
            if cell is None
            else text(cell).replace("true", "True").replace("false", "False")
            if isinstance(cell, Literal) and cell.datatype.value.endswith("#boolean")
            else text(cell)
            for cell in row
        ]
        for row in expected.rows
    ]


def test_values_are_plain_python(moon: Graph) -> None:
    row = next(r for r in moon.ask.who_joined() if r[0] == "https://w3id.org/moonpact/id/country/belarus")
    assert type(row.earliest) is date  # type: ignore[attr-defined]
    assert row.party == row[0]  # type: ignore[attr-defined]
    values = moon.sparql('SELECT (1 AS ?i) (1.5 AS ?d) (true AS ?b) ("x"@en AS ?s) ?none ("2023-1X" AS ?e) WHERE {}')[0]
    assert [type(v).__name__ for v in values] == ["int", "Decimal", "bool", "str", "NoneType", "str"]


def test_a_question_takes_its_parameters_and_the_day(moon: Graph) -> None:
    accords = moon.ask.who_joined(coalition="coalition:artemis-accords")
    assert {row[0] for row in accords}.isdisjoint({"https://w3id.org/moonpact/id/country/belarus"})
    day = moon.ask.members_known_on(known_on="2023-10-23")
    assert [tuple(row) for row in day] == [
        tuple(row) for row in moonpact.open(known_on=date(2023, 10, 23)).ask.members_known_on()
    ]
    assert [[text(c) for c in row] for row in day.answer.rows] == [
        [text(c) for c in row] for row in ask(ROOT, "members-known-on", {}, date(2023, 10, 23)).rows
    ]
    assert len(day) < len(moon.ask.members_known_on())


def test_a_data_frame_keeps_rows_and_days_also_of_open_dates(moon: Graph) -> None:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    table = moon.sparql(
        'PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ?day ?n WHERE { VALUES (?day ?n) { ("0001-01-01"^^xsd:date 1)'
        ' ("9999-12-31"^^xsd:date 2) (UNDEF 3) } } ORDER BY ?n'
    )
    frame = table.to_pandas()
    assert frame["n"].tolist() == [1, 2, 3]
    assert frame["day"].isna().tolist() == [False, False, True]
    assert frame["day"].dt.year.tolist()[:2] == [1, 9999]
    labelled = moon.ask.who_joined().to_pandas(labels=True)
    assert "China" in set(labelled["party"])
    assert len(labelled) == len(moon.ask.who_joined())
    assert pd.api.types.is_datetime64_any_dtype(labelled["earliest"])
    assert moon.sparql("SELECT ?x WHERE { ?x a ?x . FILTER (false) }").to_pandas().shape == (0, 1)


def tags_and_links(fragment: str) -> tuple[set[str], list[str]]:
    """Return the tags of an HTML fragment, which must balance, and what it links to."""
    tree = ET.fromstring(f"<div>{fragment}</div>")  # noqa: S314 - our own output
    return {element.tag for element in tree.iter()}, [a.attrib["href"] for a in tree.iter("a")]


def test_notebooks_show_tables_with_links_and_no_foreign_markup(moon: Graph) -> None:
    for shown in (moon.ask, moon.ask.in_dispute(), moon.explain("accession:turkiye-ilrs")):
        tags, links = tags_and_links(shown._repr_html_())
        assert tags <= {"div", "table", "thead", "tbody", "tr", "th", "td", "a", "p", "strong", "ul", "li"}
        assert all(link.startswith(("https://", "http://")) for link in links)
    hostile = Literal("<script>alert(1)</script>")
    answer = Answer(("a", "b"), tuple((hostile, NamedNode("javascript:alert(1)")) for _ in range(MOST_SHOWN + 1)))
    page = Table(answer, str, "<b>")._repr_html_()
    tags, links = tags_and_links(page)
    assert links == []
    assert not tags & {"script", "b", "a"}
    assert "1 more row" in page


def test_the_rdflib_dataset_is_the_whole_graph(moon: Graph) -> None:
    before = rdflib.NORMALIZE_LITERALS
    again = Store()
    again.load(moon.dataset.serialize(format="nquads").encode(), format=RdfFormat.N_QUADS)
    assert set(again) == set(moon.store)
    assert before == rdflib.NORMALIZE_LITERALS


def test_bad_input_is_said_in_words(moon: Graph, tmp_path: Path) -> None:
    with pytest.raises(AttributeError, match="Did you mean who-joined"):
        moon.ask.who_joind  # noqa: B018
    with pytest.raises(MoonpactError, match="has no parameter “colour”"):
        moon.ask.who_joined(colour="red")
    with pytest.raises(MoonpactError, match="is no iri"):
        moon.ask.who_joined(coalition="<>")
    with pytest.raises(MoonpactError, match="is no date"):
        moonpact.open(known_on="yesterday")
    with pytest.raises(MoonpactError, match="not valid SPARQL"):
        moon.sparql("SELECT")
    with pytest.raises(MoonpactError, match="says nothing of"):
        moon.explain("country:atlantis")
    with pytest.raises(MoonpactError):
        moonpact.open(tmp_path).ask  # noqa: B018
    code = "import sys; sys.modules['pandas'] = None; import moonpact; moonpact.open().ask.sources().to_pandas()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "pandas is not installed" in done.stderr
    assert "moonpact[notebook]" in done.stderr


def test_the_python_of_the_readme_runs() -> None:
    (snippet,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - our own document


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_the_notebook_runs_and_keeps_no_outputs(path: Path) -> None:
    for module in ("pandas", "nbclient", "ipykernel"):
        pytest.importorskip(module, reason=f"{module} is not installed")
    source = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in source["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    # in a process of its own, for the client leaves sockets to the garbage collector
    script = (
        "import json, sys, nbformat, nbclient; book = nbformat.read(sys.argv[1], as_version=4); nbformat.validate(book);"
        "nbclient.NotebookClient(book, timeout=120, kernel_name='python3').execute(); print(json.dumps(book))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    cells = [cell for cell in json.loads(done.stdout)["cells"] if cell["cell_type"] == "code"]
    assert len(cells) == len(code)
    for cell in cells:
        assert cell["outputs"], cell["source"]
        assert all(output["output_type"] in {"execute_result", "stream"} for output in cell["outputs"]), cell["source"]
    shown = "".join(json.dumps(cell["outputs"], ensure_ascii=False) for cell in cells)
    assert "text/html" in shown
    assert "Türkiye" in shown
