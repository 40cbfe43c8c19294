"""Every stored question: its header, its answer, and that two engines give the same rows."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import rdflib
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store
from rdflib.plugins.sparql import CUSTOM_EVALS

from moonpact import exports, names, rdflib_joins
from moonpact.asking import open_graph
from moonpact.check import apply_rules
from moonpact.derive import derive
from moonpact.errors import MoonpactError
from moonpact.load import date_bounds, read_quads
from moonpact.places import Places
from moonpact.queryfile import QueryFile, read_query_file
from moonpact.questions import bind, entity_kinds, find_question, parameters, read_questions, run
from moonpact.tables import CITATION, text

ROOT = Path(__file__).parent.parent
QUESTIONS = read_questions(ROOT)
ANSWERS = Path(__file__).parent / "questions"
# what the five articles alone answer: the last of them had appeared by this day, nothing else is known by then
ARTICLES_KNOWN_ON = date(2024, 7, 31)
ANSWERS_OF_ARTICLES = sorted((ANSWERS / f"known-on-{ARTICLES_KNOWN_ON}").glob("*.csv"))
# questions asked with other values of their parameters than those that stand in their files
WITH_PARAMETERS = ANSWERS / "with-parameters"
OTHERWISE: dict[str, dict[str, str]] = yaml.safe_load((WITH_PARAMETERS / "parameters.yaml").read_text(encoding="utf-8"))
# small made-up worlds with cases that the real graph lacks, each for the question of its name
MADE_UP = ANSWERS / "made-up"
ANSWERS_OF_MADE_UP = sorted(MADE_UP.glob("*.csv"))
MADE_UP_VALUES: dict[str, dict[str, str]] = yaml.safe_load((MADE_UP / "parameters.yaml").read_text(encoding="utf-8"))
# an article is a citation of itself
CITATIONS = {CITATION, "article"}

# each joins named graphs, and rdflib as it comes answers it in seconds, where others take it many minutes
SOON_ANSWERED = ("disagreements", "first-and-nth-members", "members-on-date", "offices", "opinions-of", "who-joined", "who-leads-what")  # fmt: skip

every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())


@pytest.fixture(scope="module")
def graph_of_articles() -> Store:
    return open_graph(ROOT, known_on=ARTICLES_KNOWN_ON)


@pytest.fixture(scope="module")
def rdflib_graph(graph: Store) -> rdflib.Dataset:
    rdflib_joins.install()
    dataset = rdflib.Dataset()
    dataset.parse(data=exports.nquads(graph), format="nquads")
    return dataset


def made_up_claims(name: str) -> Store:
    """Return the ontology, what all made-up worlds share, and what the one for a question adds."""
    store = Store()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        store.extend(read_quads(path, names.ONTOLOGY_GRAPH))
    for path in (MADE_UP / "world.trig", MADE_UP / f"{name}.trig"):
        store.extend(read_quads(path, names.CLAIMS_GRAPH) if path.exists() else [])
    return store


def made_up(name: str) -> Store:
    """Return the made-up world for a question, with what is derived from it."""
    store = made_up_claims(name)
    store.extend(date_bounds(quad.object for quad in store))
    derive(store, ROOT)
    return store


def cells(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def test_there_are_questions_and_each_has_one_expected_answer() -> None:
    assert len(QUESTIONS) >= 30
    assert {path.stem for path in ANSWERS.glob("*.csv")} == set(QUESTIONS)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_rdflib_with_our_joins_still_asks_other_kinds_of_graphs() -> None:
    rdflib_joins.install()
    graphs = rdflib.ConjunctiveGraph()
    graphs.parse(data="<urn:g> { <urn:s> <urn:p> <urn:o> }", format="trig")
    rows = [tuple(map(str, row)) for row in graphs.query("SELECT ?s ?o { GRAPH ?g { ?s <urn:p> ?o } }")]  # type: ignore[arg-type]
    assert rows == [("urn:s", "urn:o")]


@every_question
def test_the_header_is_complete(question: QueryFile) -> None:
    assert question.summary.endswith("?")
    tags = question.header.get("tags")
    assert isinstance(tags, list)
    assert tags
    for name, kind in parameters(question).items():
        assert kind in {"iri", "date", "edtf", "integer", "string"}
        assert len(re.findall(rf"VALUES \?{name} \{{", question.text)) == 1


@every_question
def test_the_text_is_ordered_names_its_graphs_and_uses_its_prefixes(question: QueryFile) -> None:
    body = re.sub(r"^#.*$", "", question.text, flags=re.MULTILINE)
    assert "ORDER BY" in body
    assert "GRAPH" in body
    assert not re.search(r"\b(SERVICE|FROM|GROUP_CONCAT|SAMPLE)\b", body)
    declared = re.findall(r"^PREFIX ([\w-]*):", body, flags=re.MULTILINE)
    assert declared == sorted(declared)
    rest = re.sub(r'^PREFIX .*$|"[^"]*"|<[^>]*>', "", body, flags=re.MULTILINE)
    assert set(declared) == set(re.findall(r"(?<![\w?-])([A-Za-z][\w-]*):", rest)), "declared and used prefixes differ"


@every_question
def test_the_answer_is_the_expected_one_and_cites_claims(question: QueryFile, graph: Store) -> None:
    answer = run(graph, question.text)
    assert CITATIONS & set(answer.columns), "no citation"
    given_rows = [list(answer.columns)] + [[names.shorten(text(cell)) for cell in row] for row in answer.rows]
    expected = list(csv.reader(io.StringIO((ANSWERS / f"{question.name}.csv").read_text(encoding="utf-8"))))
    assert given_rows == expected


def test_each_answer_with_other_parameters_has_its_values() -> None:
    assert {path.stem for path in WITH_PARAMETERS.glob("*.csv")} == set(OTHERWISE)


@pytest.mark.parametrize("name", OTHERWISE)
def test_the_answer_with_other_parameters_is_the_expected_one(name: str, graph: Store) -> None:
    values = dict(OTHERWISE[name])
    question = QUESTIONS[values.pop("question")]
    answer = run(graph, bind(question, values, entity_kinds(ROOT)))
    given_rows = [list(answer.columns)] + [[names.shorten(text(cell)) for cell in row] for row in answer.rows]
    expected = (WITH_PARAMETERS / f"{name}.csv").read_text(encoding="utf-8")
    assert given_rows == list(csv.reader(io.StringIO(expected)))


def test_the_answers_of_the_articles_are_all_there() -> None:
    assert len(ANSWERS_OF_ARTICLES) == 47


@pytest.mark.parametrize("path", ANSWERS_OF_ARTICLES, ids=lambda path: path.stem)
def test_later_sources_do_not_move_what_the_articles_answer(path: Path, graph_of_articles: Store) -> None:
    question = QUESTIONS[path.stem]
    values = {"known_on": str(ARTICLES_KNOWN_ON)} if "known_on" in parameters(question) else {}
    answer = run(graph_of_articles, bind(question, values, entity_kinds(ROOT)))
    given_rows = [list(answer.columns)] + [[names.shorten(text(cell)) for cell in row] for row in answer.rows]
    assert given_rows == list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_made_up_worlds_and_their_values_belong_to_answers() -> None:
    answered = {path.stem for path in ANSWERS_OF_MADE_UP}
    assert answered <= set(QUESTIONS)
    assert {path.stem for path in MADE_UP.glob("*.trig")} <= answered | {"world"}
    assert set(MADE_UP_VALUES) <= answered


@pytest.mark.parametrize("path", ANSWERS_OF_MADE_UP, ids=lambda path: path.stem)
def test_the_answer_in_a_made_up_world_is_the_one_worked_out_by_hand(path: Path) -> None:
    query = bind(QUESTIONS[path.stem], MADE_UP_VALUES.get(path.stem, {}), entity_kinds(ROOT))
    store = made_up(path.stem)
    answer = run(store, query)
    given_rows = [list(answer.columns)] + [[names.shorten(text(cell)) for cell in row] for row in answer.rows]
    assert given_rows == list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    dataset = rdflib.Dataset()
    dataset.parse(data=exports.nquads(store), format="nquads")
    assert cells(list(dataset.query(query))) == [[text(cell) for cell in row] for row in answer.rows]  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ANSWERS_OF_MADE_UP, ids=lambda path: path.stem)
def test_a_made_up_world_keeps_every_rule(path: Path) -> None:
    found = apply_rules(made_up_claims(path.stem), ROOT, Places([]))
    guard = names.RULE + "shape-has-focus-nodes"  # which judges a whole project
    assert [finding for finding in found if finding.severity == "Violation" and finding.rule != guard] == []


@every_question
def test_rdflib_gives_the_same_rows_in_the_same_order(
    question: QueryFile, graph: Store, rdflib_graph: rdflib.Dataset
) -> None:
    ours = run(graph, question.text)
    theirs = rdflib_graph.query(question.text)
    assert [str(variable) for variable in theirs.vars or ()] == list(ours.columns)
    assert cells(list(theirs)) == [[text(cell) for cell in row] for row in ours.rows]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SOON_ANSWERED)
def test_rdflib_gives_the_same_rows_without_our_joins(
    name: str, rdflib_graph: rdflib.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_ours = cells(list(rdflib_graph.query(QUESTIONS[name].text)))  # type: ignore[arg-type]
    monkeypatch.delitem(CUSTOM_EVALS, "join")
    monkeypatch.delitem(CUSTOM_EVALS, "graph")
    assert cells(list(rdflib_graph.query(QUESTIONS[name].text))) == with_ours  # type: ignore[arg-type]


def test_an_unknown_question_names_the_nearest_ones() -> None:
    with pytest.raises(MoonpactError, match="Did you mean .*members-known-on"):
        find_question(ROOT, "members-known")


def test_an_unknown_parameter_and_a_value_of_the_wrong_type_are_refused() -> None:
    question = find_question(ROOT, "members-known-on")
    with pytest.raises(MoonpactError, match="no parameter “party”"):
        bind(question, {"party": "country:peru"}, set())
    with pytest.raises(MoonpactError, match="is no iri"):
        bind(question, {"coalition": "not an iri"}, set())
    with pytest.raises(MoonpactError, match="is no iri"):
        bind(question, {"coalition": "http://a> } # "}, set())


@pytest.mark.parametrize(
    "vector",
    [
        'zzz" } UNION { ?s <http://pw> ?n } } #',
        "\\",
        "\\u0022 } #",
        "\n",
        '"',
        "'''",
        "} } SERVICE <http://127.0.0.1/> {",
        "\x00",
        "\u202e",
    ],
)
def test_no_value_becomes_part_of_a_query(vector: str, tmp_path: Path) -> None:
    assert string_rows(vector, tmp_path) == [vector]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_string_is_bound_as_itself(value: str, tmp_path: Path) -> None:
    assert string_rows(value, tmp_path) == [value]


def string_rows(value: str, folder: Path) -> list[str]:
    """Return what a question with a string parameter sees of a value."""
    path = folder / "echo.rq"
    path.write_text(
        '#+ summary: What is it?\n#+ parameters: {word: string}\nSELECT ?word WHERE { VALUES ?word { "x" } } ORDER BY ?word\n'
    )
    query = bind(read_query_file(path), {"word": value}, set())
    return [text(row[0]) for row in run(Store(), query).rows]


def test_known_on_gives_what_the_sources_of_the_day_say() -> None:
    from datetime import date

    from moonpact.asking import ask

    lists = {}
    for day in ("2023-07-31", "2023-10-23", "2024-05-10", "2024-07-20"):
        answer = ask(ROOT, "members-known-on", {}, known_on=date.fromisoformat(day))
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        lists[day] = {
            (names.shorten(text(row["party"])), text(row["standing"]), text(row["known"]))
            for row in rows
            if isinstance(row["party"], NamedNode)
        }
    states = {day: {p for p, _, _ in found if p.startswith("country:")} for day, found in lists.items()}
    october = {"country:venezuela", "country:south-africa", "country:azerbaijan", "country:pakistan", "country:belarus"}
    assert states["2023-07-31"] == {"country:venezuela"}
    assert states["2023-10-23"] == states["2024-05-10"] == october
    assert ("country:belarus", "member", "possibly") in lists["2023-10-23"]
    assert ("country:belarus", "member", "surely") in lists["2024-05-10"]
    contested = {p for p, standing, _ in lists["2024-07-20"] if standing == "contested"}
    assert contested == {"country:turkiye", "country:ethiopia", "country:kenya"}
    assert not any(standing == "contested" for _, standing, _ in lists["2024-05-10"])


def test_every_question_works_as_known_on_a_day() -> None:
    from datetime import date

    from moonpact.asking import open_graph

    store = open_graph(ROOT, known_on=date(2023, 10, 30))
    kinds = entity_kinds(ROOT)
    whole = open_graph(ROOT)
    for question in QUESTIONS.values():
        given_rows = set(run(store, bind(question, {}, kinds)).rows)
        assert len(given_rows) <= len(set(run(whole, question.text).rows)) + 200
    sources = {q.object for q in store.quads_for_pattern(None, NamedNode(names.PACT + "source"), None)}
    assert {text(s).rpartition("/")[2] for s in sources} == {"venezuela-signs-up", "belarus-joins"}
    assert Literal("2024-07-20") not in {q.object for q in store}
