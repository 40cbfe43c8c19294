"""Guards against checks that pass because they check nothing."""

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Store

from moonpact import names
from moonpact.findings import Finding
from moonpact.load import DERIVED_OR_COMPUTED
from moonpact.places import Places
from moonpact.questions import run
from moonpact.shapes import Rule
from moonpact.tables import text


def unwatched(store: Store, rules: Sequence[Rule], shapes: list[Path], places: Places) -> list[Finding]:
    """Return a finding for each shape without a focus node, and for each subject that no shape looks at."""
    in_shapes = Places(shapes)
    found: dict[str, set[str]] = {}
    for targets in dict.fromkeys(rule.targets for rule in rules):
        rows = run(store, f"SELECT DISTINCT ?focus WHERE {{ {targets} }}").rows
        found[targets] = {text(row[0]) for row in rows}
    idle = dict.fromkeys(rule.shape for rule in rules if not found[rule.targets])
    message = "This shape has no focus node in the data, so it checks nothing. Correct its target, or remove it."
    findings = [Finding(names.RULE + "shape-has-focus-nodes", message, s, place=in_shapes.find(s)) for s in idle]
    watched = set().union(*found.values())
    others = ", ".join(f"<{graph}>" for graph in sorted(DERIVED_OR_COMPUTED))
    where = f"GRAPH ?graph {{ ?subject ?property ?value }} FILTER (?graph NOT IN ({others}))"
    rows = run(store, f"SELECT DISTINCT ?subject ?graph WHERE {{ {where} }}").rows
    ours = {text(subject): text(graph) for subject, graph in rows}
    message = "No shape looks at this subject. Give it a class that a shape has as its target, or add a shape."
    findings += [
        Finding(names.RULE + "subject-is-looked-at", message, subject, place=places.find(subject, graph=graph))
        for subject, graph in sorted(ours.items())
        if subject not in watched
    ]
    return findings
