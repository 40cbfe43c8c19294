"""Guards against checks that pass because they check nothing."""

from collections.abc import Collection, Sequence
from itertools import islice

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.findings import Finding
from moonpact.load import DERIVED_OR_COMPUTED
from moonpact.neighbourhood import ONTOLOGY, Dataset
from moonpact.places import Places
from moonpact.questions import Answer, run
from moonpact.shapes import Rule
from moonpact.tables import text


def idle(store: Store, rules: Sequence[Rule], places: Places) -> list[Finding]:
    """Return a finding for each shape without a focus node; `places` are those of the shapes."""
    message = "This shape has no focus node in the data, so it checks nothing. Correct its target, or remove it."
    busy = {
        targets: bool(run(store, f"SELECT ?focus WHERE {{ {targets} }} LIMIT 1").rows)
        for targets in dict.fromkeys(rule.targets for rule in rules)
    }
    shapes = dict.fromkeys(rule.shape for rule in rules if not busy[rule.targets])
    return [Finding(names.RULE + "shape-has-focus-nodes", message, s, place=places.find(s)) for s in shapes]


def unwatched_query(rules: Sequence[Rule]) -> str:
    """Return the query of the subjects, with their graphs, that no shape looks at."""
    others = " ".join(f"<{graph}>" for graph in sorted(DERIVED_OR_COMPUTED))
    # MINUS, for engines compare each graph with each member of a list
    where = f"GRAPH ?graph {{ ?focus ?property ?value }} MINUS {{ VALUES ?graph {{ {others} }} }}"
    return f"SELECT DISTINCT ?focus ?graph WHERE {{ {where} MINUS {{ {_watched(rules)} }} }} ORDER BY ?focus ?graph"


def _watched(rules: Sequence[Rule]) -> str:
    targets = " UNION ".join(f"{{ {targets} }}" for targets in dict.fromkeys(rule.targets for rule in rules))
    return f"SELECT DISTINCT ?focus WHERE {{ {targets} }}"


def unwatched(answer: Answer, rules: Sequence[Rule], places: Places, wider: Dataset | None = None) -> list[Finding]:
    """Return a finding for each place of a subject that no shape looks at, in an answer to `unwatched_query`.

    With `wider`, only for those that no shape looks at in that dataset either.
    """
    ours = [(text(focus), text(graph)) for focus, graph in answer.rows]
    there = set[str]()
    if ours and wider:
        probe = _statements_for_targets(wider, rules, {subject for subject, _ in ours})
        there = {text(focus) for (focus,) in run(probe, _watched(rules)).rows}
    message = "No shape looks at this subject. Give it a class that a shape has as its target, or add a shape."
    return [
        Finding(names.RULE + "subject-is-looked-at", message, subject, place=places.find(subject, graph=graph))
        for subject, graph in ours
        if subject not in there
    ]


def _statements_for_targets(data: Dataset, rules: Sequence[Rule], subjects: Collection[str]) -> Store:
    """Return a store in which subjects are focus nodes as in a dataset: with classes, and a quad of each property."""
    store = Store()
    store.extend(data.quads(graph=ONTOLOGY))
    type_ = NamedNode(names.RDF + "type")
    nodes = [NamedNode(subject) for subject in subjects if subject.startswith(("http://", "https://"))]
    for node in nodes:
        store.extend(data.quads(node, type_))
        for predicate in {NamedNode(rule.target_predicate) for rule in rules} - {type_}:
            store.extend(islice(data.quads(node, predicate), 1))
            store.extend(islice(data.quads(None, predicate, node), 1))
    return store
