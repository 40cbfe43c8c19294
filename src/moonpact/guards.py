"""Guards against checks that pass because they check nothing."""

from collections.abc import Collection, Sequence
from itertools import islice

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.findings import Finding
from moonpact.load import DERIVED_OR_COMPUTED
from moonpact.neighbourhood import ONTOLOGY, Dataset
from moonpact.places import Places
from moonpact.questions import run
from moonpact.shapes import Rule
from moonpact.tables import text


def idle(store: Store, rules: Sequence[Rule], places: Places) -> list[Finding]:
    """Return a finding for each shape without a focus node; `places` are those of the shapes."""
    found = _focus_nodes(store, rules)
    message = "This shape has no focus node in the data, so it checks nothing. Correct its target, or remove it."
    shapes = dict.fromkeys(rule.shape for rule in rules if not found[rule.targets])
    return [Finding(names.RULE + "shape-has-focus-nodes", message, s, place=places.find(s)) for s in shapes]


def unwatched(store: Store, rules: Sequence[Rule], places: Places, wider: Dataset | None = None) -> list[Finding]:
    """Return a finding for each place of a subject that no shape looks at, in the store or in a wider dataset."""
    others = ", ".join(f"<{graph}>" for graph in sorted(DERIVED_OR_COMPUTED))
    where = f"GRAPH ?graph {{ ?subject ?property ?value }} FILTER (?graph NOT IN ({others}))"
    rows = run(store, f"SELECT DISTINCT ?subject ?graph WHERE {{ {where} }} ORDER BY ?subject ?graph").rows
    watched = set().union(*_focus_nodes(store, rules).values())
    ours = [(text(subject), text(graph)) for subject, graph in rows if text(subject) not in watched]
    if ours and wider:
        probe = _statements_for_targets(wider, rules, {subject for subject, _ in ours})
        watched = set().union(*_focus_nodes(probe, rules).values())
    message = "No shape looks at this subject. Give it a class that a shape has as its target, or add a shape."
    return [
        Finding(names.RULE + "subject-is-looked-at", message, subject, place=places.find(subject, graph=graph))
        for subject, graph in ours
        if subject not in watched
    ]


def _focus_nodes(store: Store, rules: Sequence[Rule]) -> dict[str, set[str]]:
    """Return the focus nodes of each target."""
    found: dict[str, set[str]] = {}
    for targets in dict.fromkeys(rule.targets for rule in rules):
        rows = run(store, f"SELECT DISTINCT ?focus WHERE {{ {targets} }}").rows
        found[targets] = {text(row[0]) for row in rows}
    return found


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
