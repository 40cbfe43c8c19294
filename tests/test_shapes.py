"""The compiled shapes say what pySHACL says, and a shape that would check nothing is refused."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import RdfFormat, Store
from rdflib import SH, Graph
from test_examples import BAD, rule_of, world

from moonpact import names
from moonpact.check import apply_rules
from moonpact.errors import MoonpactError
from moonpact.exports import nquads
from moonpact.places import Places
from moonpact.questions import run
from moonpact.scouts import worth_asking
from moonpact.shapes import compile_shapes, read_shapes
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
Finding = tuple[str, str, str, str]
# these constraints have no value in a report
WITHOUT_VALUE = {"minCount", "maxCount", "hasValue", "uniqueLang"}


def compiled(store: Store) -> set[Finding]:
    return {
        (rule.shape, rule.component, text(focus), "" if rule.component in WITHOUT_VALUE else text(value))
        for rule in worth_asking(store, compile_shapes(read_shapes(ROOT)), [])[0]
        for focus, value in run(store, rule.query).rows
    }


@cache
def shapes_graph() -> Graph:
    shapes = Graph()
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        shapes.parse(path)
    return shapes


def referee(store: Store) -> set[Finding]:
    """Return what pySHACL finds in the merge of all graphs."""
    data = Graph()
    triples = b"".join(sorted({b" ".join(line.rsplit(b" ", 2)[:1]) + b" .\n" for line in nquads(store).splitlines()}))
    data.parse(data=triples, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph(), inference="none", advanced=False)
    assert isinstance(report, Graph)
    return set(results(report))


def results(report: Graph) -> Iterable[Finding]:
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        component = (
            str(report.value(result, SH.sourceConstraintComponent))
            .removeprefix(str(SH))
            .removesuffix("ConstraintComponent")
        )
        component = component[0].lower() + component[1:]
        shape, focus = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
        value = "" if component in WITHOUT_VALUE else str(report.value(result, SH.value))
        yield str(shape), component, str(focus), value


def test_the_referee_and_the_compiled_shapes_agree_on_the_real_graph(graph: Store) -> None:
    assert compiled(graph) == referee(graph) == set()


@pytest.mark.parametrize("batch", range(8))
def test_the_referee_and_the_compiled_shapes_agree_on_every_bad_example(batch: int) -> None:
    # examples of rules that are queries break no shape
    examples = [path for path in BAD if "." in rule_of(path)][batch::8]
    assert examples
    for path in examples:
        store = world()
        store.update(path.read_text(encoding="utf-8"))
        apply_rules(store, ROOT, Places([]))
        assert compiled(store) == referee(store), path.name


def test_rules_about_one_statement_are_asked_together_and_by_themselves_where_one_is_broken(graph: Store) -> None:
    rules = sorted((ROOT / "shapes").glob("*.rq"))
    cleared = {path.stem for path in set(rules) - set(worth_asking(graph, [], rules)[1])}
    assert cleared == {
        "datatype-is-known",
        "language-tag-is-plain",
        "literal-is-clean",
        "node-is-named",
        "placeholder-is-filled-in",
    }
    for rule in cleared:
        store = world()
        store.update((BAD[0].parent / f"{rule}.ru").read_text(encoding="utf-8"))
        assert rule in {path.stem for path in worth_asking(store, [], rules)[1]}


# Shapes that would pass because they check nothing

GOOD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix pact: <https://w3id.org/moonpact/ontology#> .
<urn:s> a sh:PropertyShape ; sh:targetClass pact:Claim ; sh:path pact:source ; sh:minCount 1 ; sh:message "m" ."""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sh:minCount", "sh:minCuont", "sh:minCuont is not known"),
        ("sh:minCount 1 ;", "", "has no constraint"),
        ("sh:targetClass pact:Claim ;", "", "has no target"),
        ("sh:targetClass", "sh:targetKlass", "not known"),
        ('; sh:message "m"', "", "not exactly one sh:message"),
        ("sh:path pact:source ;", "", "not exactly one sh:path"),
        ("a sh:PropertyShape ;", "a sh:PropertyShape ; sh:deactivated true ;", "sh:deactivated is not known"),
        ("a sh:PropertyShape ;", "a sh:PropertyShape ; sh:not <urn:s> ;", "sh:not is not known"),
        ("sh:minCount 1", "sh:in ( 1 2 )", "a list of IRIs or plain texts"),
        ("sh:minCount 1", "sh:in ()", "a list of IRIs or plain texts"),
        ("sh:minCount 1", "sh:in pact:Claim", "a list of IRIs or plain texts"),
        ("sh:minCount 1", "sh:hasValue 1", "names an IRI"),
        ("a sh:PropertyShape ;", "", "not a named sh:PropertyShape"),
        ("<urn:s>", "[]", "not a named sh:PropertyShape"),
        ("sh:path pact:source", "sh:path ( pact:source pact:source )", "only a predicate or its inverse"),
        ("a sh:PropertyShape ;", "a sh:PropertyShape ; pact:stance 1 ;", "is no SHACL term"),
        ("pact:Claim", "pact:Clam", "pact:Clam is no class of the ontology"),
        ("sh:path pact:source", "sh:path pact:sauce", "pact:sauce is no property of the ontology"),
        (GOOD, "", "has no shapes"),
    ],
)
def test_a_shape_that_would_check_nothing_is_refused(old: str, new: str, message: str, graph: Store) -> None:
    shapes = Store()
    shapes.load(input=GOOD, format=RdfFormat.TURTLE)
    assert len(compile_shapes(shapes, graph)) == 1
    assert old in GOOD
    shapes.clear()
    shapes.load(input=GOOD.replace(old, new), format=RdfFormat.TURTLE)
    with pytest.raises(MoonpactError, match=message):
        compile_shapes(shapes, graph)


def test_every_class_and_property_in_the_data_is_looked_at_by_a_rule(graph: Store) -> None:
    """Data that no shape looks at is a finding: each class has a target, each subject of data is a focus node."""
    focus = {
        text(f)
        for rule in compile_shapes(read_shapes(ROOT))
        for (f,) in run(graph, f"SELECT DISTINCT ?focus WHERE {{ {rule.targets} }}").rows
    }
    subjects = {text(q.subject) for q in graph if text(q.graph_name) not in {names.DATES_GRAPH, names.ONTOLOGY_GRAPH}}
    unseen = {s for s in subjects - focus if not s.startswith(names.ID + "image/")}
    assert {names.shorten(s) for s in unseen} == set()


def test_an_empty_or_missing_shapes_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MoonpactError, match="no shapes"):
        read_shapes(tmp_path)
    (tmp_path / "shapes").mkdir()
    (tmp_path / "shapes/empty.ttl").write_text("# nothing\n")
    with pytest.raises(MoonpactError, match="a shapes file without shapes"):
        read_shapes(tmp_path)
