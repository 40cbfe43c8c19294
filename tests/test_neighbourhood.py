"""What a file can affect: looking at that alone gives what looking at everything gives."""

import random
import shutil
from pathlib import Path

import pytest
from benchmarks.world import new_articles, nquads, write_project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projects import copy_project, replace
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize
from small_worlds import derived
from test_check import GROWTH, OMAN, SPOILT, VENEZUELA, spoil

from moonpact import names
from moonpact.check import Report, check
from moonpact.derive import DERIVED_GRAPHS
from moonpact.errors import MoonpactError
from moonpact.findings import Finding
from moonpact.focus import focus
from moonpact.load import load, read_quads, source_files
from moonpact.neighbourhood import Dataset, Neighbourhood
from moonpact.reach import LOOKS_AT, rules_are_known
from moonpact.shapes import read_shapes
from moonpact.stored import derive_change

ROOT = Path(__file__).parent.parent
DATA = [(path, graph) for path, graph in source_files(ROOT) if graph != names.ONTOLOGY_GRAPH]
COMPUTED = [NamedNode(graph) for graph in (*DERIVED_GRAPHS, names.DATES_GRAPH)]
SMALL = 2_500


def computed(store: Store) -> set[Quad]:
    return {quad for graph in COMPUTED for quad in store.quads_for_pattern(None, None, None, graph)}


def in_file(report: Report, path: Path) -> set[Finding]:
    return {finding for finding in report.findings if finding.place and finding.place.path == path}


def without_place(report: Report) -> set[Finding]:
    return {finding for finding in report.findings if not finding.place}


def test_the_reach_of_every_rule_of_ours_is_known_and_of_others_not() -> None:
    rules = [path.stem for folder in ("queries/rules", "shapes") for path in (ROOT / folder).glob("*.r[uq]")]
    assert sorted(rules) == sorted(LOOKS_AT)
    assert rules_are_known(ROOT)
    assert not rules_are_known(ROOT / "tests/second")


@pytest.mark.parametrize("looks", ["check", "change"])
def test_facts_and_disagreements_of_a_neighbourhood_are_those_of_everything(graph: Store, looks: str) -> None:
    data, shapes, everything = Dataset(load(ROOT)), read_shapes(ROOT), computed(graph)
    about = {}  # the subject and property of each fact and disagreement
    for subject, node in (("subject", names.RDF), ("about", names.PACT)):
        for quad in graph.quads_for_pattern(None, NamedNode(node + subject), None, None):
            if quad.graph_name in COMPUTED:
                (property_,) = graph.quads_for_pattern(quad.subject, NamedNode(names.RDF + "predicate"), None, None)
                about[quad.subject] = (quad.object, property_.object)
    seen = 0
    # some of both kinds, among them those with the most claims
    for path, graph_name in [*DATA[3::17], *((p, g) for p, g in DATA if p.stem in {"growth-of-ilrs", "rulings"})]:
        quads = list(read_quads(path, graph_name))
        if looks == "check":
            area = focus(data, quads, shapes)
        else:
            area = Neighbourhood(data)
            area.affect(quads)
            area.close()
        found = computed(derived(area.quads))
        assert found <= everything, f"what only a part of the graph supports, near {path.name}"
        whole = {key[:2] for key in area.closed if key[2] is None and key[1]} | {
            (subject, property_) for subject, property_ in about.values() if (subject, None, None) in area.closed
        }
        nodes = {node for node, key in about.items() if key in whole}
        missing = {quad for quad in everything if quad.subject in nodes} - found
        assert not missing, f"what is not derived near {path.name}"
        seen += len(nodes)
    assert seen > 100


@pytest.mark.parametrize("seed", [1, 2])
def test_changing_articles_derives_what_deriving_all_anew_derives(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - no secret
    source = set(parse("".join(nquads(ROOT, SMALL)), format=RdfFormat.N_QUADS))
    written = sorted((q for q in source if q.graph_name.value != names.ONTOLOGY_GRAPH), key=str)
    store, stream = derived(source), new_articles(1)
    articles: list[set[Quad]] = []
    for step in range(12):
        removed, added = set[Quad](), set[Quad]()
        what = draw.choice(("add", "replace", "remove", "edit"))
        if what == "edit":
            removed = {quad for quad in draw.sample(written, 3) if quad in source}
            alike = {quad.predicate: quad.object for quad in draw.sample(written, len(written))}
            added = {Quad(q.subject, q.predicate, alike[q.predicate], q.graph_name) for q in removed}
        elif what == "add" or not articles:
            rows = next(stream)[1]
            added = set(parse("".join(f"{s} {p} {o} {g} .\n" for g, s, p, o in rows), format=RdfFormat.N_QUADS))
            articles.append(added)
        else:
            removed = articles.pop(draw.randrange(len(articles))) & source
            if what == "replace":
                added = {quad for quad in sorted(removed, key=str) if draw.random() > 0.1}
                articles.append(added)
        source = (source - removed) | added
        derive_change(store, removed, added, ROOT)
        assert set(store) == set(derived(source)), f"step {step}: {what}"


def test_a_change_of_the_ontology_derives_everything() -> None:
    store = derived(load(ROOT))
    rule = Quad(
        NamedNode(names.PACT + "status"), NamedNode(names.PACT + "conflictRule"),
        NamedNode(names.PACT + "compareValues"), NamedNode(names.ONTOLOGY_GRAPH),
    )  # fmt: skip
    assert rule in store
    derive_change(store, [rule], [], ROOT)
    assert set(store) == set(derived({quad for quad in load(ROOT) if quad != rule}))


def test_a_blank_node_cannot_be_changed_in_a_store() -> None:
    (quad,) = parse("_:a <http://a.example/p> <http://a.example/o> .", format=RdfFormat.N_QUADS)
    with pytest.raises(MoonpactError, match="blank node"):
        derive_change(Store(), [], [quad], ROOT)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up") / "project"
    write_project(ROOT, folder, SMALL)
    return folder


@settings(max_examples=8, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.lists(st.tuples(st.integers(0), st.integers(0), st.booleans()), min_size=1, max_size=3),
    which=st.integers(0),
)
def test_edits_are_found_in_the_file_as_they_are_in_everything(
    made_up: Path, tmp_path: Path, edits: list[tuple[int, int, bool]], which: int
) -> None:
    project = tmp_path / "edited"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(made_up, project)
    files = [(path, graph) for path, graph in source_files(project) if graph != names.ONTOLOGY_GRAPH]
    path, graph = files[which % len(files)]
    quads = sorted(read_quads(path, graph), key=str)
    for where, other, dropped in edits:
        quad = quads.pop(where % len(quads))
        if not dropped:
            quads.append(Quad(quad.subject, quad.predicate, quads[other % len(quads)].object, quad.graph_name))
    trig = path.suffix == ".trig"
    lines = "".join(
        f"{quad.triple} .\n" if not trig or quad.graph_name == NamedNode(graph) else f"{quad} .\n" for quad in quads
    )
    parsed = parse(lines, format=RdfFormat.N_QUADS)
    target = RdfFormat.TRIG if trig else RdfFormat.TURTLE
    serialize(parsed if trig else (q.triple for q in parsed), str(path), format=target, prefixes=names.VOCABULARIES)
    everything, alone = check(project), check(project, [path])
    assert in_file(alone, path) == in_file(everything, path)
    assert without_place(alone) <= without_place(everything)


@pytest.mark.parametrize("name", ["moved span", "stage of a person", "address of two pages", "ruling for a claim that is gone", "second accession of one party", "same label twice", "dead entity", "speaker told himself"])  # fmt: skip
def test_against_a_store_on_disk_a_file_has_the_findings_that_it_has_in_the_project(
    stored: Path, tmp_path: Path, name: str
) -> None:
    project = copy_project(tmp_path / "project")
    file, old, new, rule = SPOILT[name]
    spoil(project, file, old, new)
    path = project / file
    beside = check(project, [path])
    assert rule.partition(":")[2] in {finding.rule.rpartition("/")[2] for finding in beside.findings}
    against = check(project, [path], location=stored)
    assert against.findings == beside.findings
    assert (against.rules, against.shapes) == (beside.rules, beside.shapes)


def test_a_shape_without_focus_nodes_near_a_file_is_no_finding_but_one_in_everything(made_up: Path) -> None:
    # the made-up world has no treaties, landings or web pages
    idle = f"{names.RULE}shape-has-focus-nodes"
    assert idle in {finding.rule for finding in check(made_up).findings}
    assert idle not in {finding.rule for finding in check(made_up, [made_up / "data/claims/ilrs-0000.trig"]).findings}


def test_what_no_shape_looks_at_is_found_near_a_file_unless_another_file_makes_one_look(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    path = project / VENEZUELA
    text = path.read_text(encoding="utf-8")
    start = text.index("{", text.index("venezuela-signs-up:")) + 1
    said = '\n    <https://w3id.org/moonpact/id/place/nowhere> <http://www.w3.org/2004/02/skos/core#altLabel> "Nowhere"@en .'
    path.write_text(text[:start] + said + text[start:], encoding="utf-8")

    def unwatched(report: Report) -> set[tuple[str, Path]]:
        return {
            (f.focus, f.place.path) for f in report.findings if f.place and f.rule.endswith("/subject-is-looked-at")
        }

    found = {("https://w3id.org/moonpact/id/place/nowhere", path)}
    assert unwatched(check(project, [path])) == unwatched(check(project)) == found
    with (project / "data/entities/place.ttl").open("a", encoding="utf-8") as places:
        places.write(
            "\nplace:moon schema:containedInPlace place:nowhere .\nplace:nowhere schema:containedInPlace place:moon .\n"
        )
    assert unwatched(check(project, [path])) == unwatched(check(project)) == set()


def test_a_finding_in_a_file_that_is_laid_out_otherwise_stands_at_its_first_line(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    path = project / OMAN
    replace(path, "pact:counterpart organisation:dsel", 'pact:counterpart "dsel"')
    text = path.read_text(encoding="utf-8")
    path.write_text(
        "".join(f"  {line}" if not line.startswith("@") else line for line in text.splitlines(keepends=True)),
        encoding="utf-8",
    )
    found = check(project, [path]).findings
    assert found
    assert {str(finding.place) for finding in found} == {f"{path}:1"}


def test_a_file_is_not_passed_where_another_one_cannot_be_read(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    with (project / GROWTH).open("a", encoding="utf-8") as file:
        file.write("}")
    (finding,) = check(project, [project / OMAN]).findings
    assert finding.rule.endswith("/well-formed")
    assert finding.place
    assert finding.place.path == project / GROWTH
