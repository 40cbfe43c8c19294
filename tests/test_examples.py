"""Every rule is seen to hold and seen to bite: good and bad changes to a small made-up world."""

import re
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, parse

from moonpact import names, rdflib_joins
from moonpact.check import apply_rules
from moonpact.load import read_quads
from moonpact.places import Places
from moonpact.questions import run
from moonpact.shapes import Rule, compile_shapes, read_shapes
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
EXAMPLES = Path(__file__).parent / "examples"
BAD = sorted((EXAMPLES / "bad").glob("*.ru"))
# guards judge a whole project, not a change to a small world
GUARDS = {names.RULE + "shape-has-focus-nodes", names.RULE + "subject-is-looked-at"}
GOOD = sorted((EXAMPLES / "good").glob("*.ru"))


@cache
def quads_of_the_world() -> list[Quad]:
    """Return the world and the ontology."""
    quads = list(parse(path=str(EXAMPLES / "world.trig"), format=RdfFormat.TRIG))
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        quads += read_quads(path, names.ONTOLOGY_GRAPH)
    return quads


def world() -> Store:
    """Return a store of its own with the world and the ontology."""
    store = Store()
    store.extend(quads_of_the_world())
    return store


@cache
def judged_world() -> Store:
    """Return the world with what is derived from it; not to be changed."""
    store = world()
    apply_rules(store, ROOT, Places([]))
    return store


def names_of_rules() -> set[str]:
    """Return `Shape.component` for each constraint of a shape, and the stem of each query rule."""
    shapes = {f"{r.shape.removeprefix(names.SHAPE)}.{r.component}" for r in compile_shapes(read_shapes(ROOT))}
    return shapes | {path.stem for path in (ROOT / "shapes").glob("*.rq")} | {"date-is-edtf"}


def rule_of(path: Path) -> str:
    """Return the rule of an example; further examples of one rule are numbered: NAME.2.ru."""
    return re.sub(r"\.\d+$", "", path.stem)


def broken(change: str) -> set[str]:
    """Return which rules the world breaks after a SPARQL update, by the names of `names_of_rules`."""
    store = world()
    store.update(change)
    found = apply_rules(store, ROOT, Places([]))
    shapes = {f"{f.rule.removeprefix(names.SHAPE)}.{f.component}" for f in found if f.component}
    return shapes | {f.rule.removeprefix(names.RULE) for f in found if not f.component and f.rule not in GUARDS}


def test_the_world_keeps_every_rule() -> None:
    assert broken("") == set()


def test_every_rule_has_a_bad_and_a_good_example_and_no_example_lacks_its_rule() -> None:
    assert {rule_of(path) for path in BAD} == names_of_rules()
    assert {rule_of(path) for path in GOOD} == names_of_rules()


@pytest.mark.parametrize(
    "rule", compile_shapes(read_shapes(ROOT)), ids=lambda r: f"{r.shape.rpartition('/')[2]}.{r.component}"
)
def test_every_shape_has_a_focus_node_in_the_world(rule: Rule) -> None:
    assert run(judged_world(), f"SELECT ?focus WHERE {{ {rule.targets} }} LIMIT 1").rows


@pytest.mark.parametrize("path", BAD, ids=lambda p: p.stem)
def test_bad_example_breaks_its_rule_and_no_other(path: Path) -> None:
    change = path.read_text(encoding="utf-8")
    assert change.startswith("# "), "the first line says what is wrong"
    assert broken(change) == {rule_of(path)}


@pytest.mark.parametrize("path", GOOD, ids=lambda p: p.stem)
def test_good_example_breaks_no_rule_and_changes_the_world(path: Path) -> None:
    change = path.read_text(encoding="utf-8")
    assert change.startswith("# "), "the first line says what is allowed"
    before, after = world(), world()
    after.update(change)
    assert set(before) != set(after)
    assert broken(change) == set()
    assert not any(q.graph_name == NamedNode(names.FACTS_GRAPH) for q in after)


@pytest.mark.parametrize("rule", sorted((ROOT / "shapes").glob("*.rq")), ids=lambda p: p.stem)
def test_query_rule_finds_in_rdflib_what_it_finds_here(rule: Path) -> None:
    store, query = world(), rule.read_text(encoding="utf-8")
    store.update((EXAMPLES / "bad" / f"{rule.stem}.ru").read_text(encoding="utf-8"))
    apply_rules(store, ROOT, Places([]))
    rdflib_joins.install()
    there = rdflib.Dataset()
    there.parse(data=store.dump(format=RdfFormat.N_QUADS), format="nquads")
    found = [["" if isinstance(cell, BlankNode) else text(cell) for cell in row] for row in run(store, query).rows]
    answer = there.query(query)
    assert answer.vars
    named = [[row.get(variable) for variable in answer.vars] for row in answer.bindings]
    rows = [["" if cell is None or isinstance(cell, rdflib.BNode) else str(cell) for cell in row] for row in named]
    assert found == rows != []
