"""Claims to facts and disagreements, by the rules in `queries/rules/`, in the order of their steps."""

from pathlib import Path

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.queryfile import QueryFile, read_query_file

DERIVED_GRAPHS = (names.FACTS_GRAPH, names.DISAGREEMENTS_GRAPH, names.KINDS_GRAPH, names.VOICES_GRAPH)


def read_rules(root: Path) -> list[QueryFile]:
    """Return the derivation rules by step; steps are integers in their headers and all different.

    Raises MoonpactError if there are no rules, or if a step is missing or taken twice.
    """
    rules = [read_query_file(path) for path in sorted((root / "queries/rules").glob("*.ru"))]
    if not rules:
        raise MoonpactError("no derivation rules (*.ru)", where=str(root / "queries/rules"))
    steps: dict[int, QueryFile] = {}
    for rule in rules:
        step = rule.header.get("step")
        if not isinstance(step, int) or step in steps:
            raise MoonpactError(
                "the step is no integer or is taken by another rule",
                where=f"{rule.path}:1",
                remedy="Give the rule a free number: “#+ step: 12”.",
            )
        steps[step] = rule
    return [steps[step] for step in sorted(steps)]


def derive(store: Store, root: Path) -> None:
    """Add facts and disagreements to a store of claims, in place; what was derived before goes first.

    Raises MoonpactError with the rule's file if one is not valid SPARQL.
    """
    apply_rules(store, read_rules(root))


def apply_rules(store: Store, rules: list[QueryFile]) -> None:
    """Do as `derive` with rules that are already read."""
    for graph in DERIVED_GRAPHS:
        store.remove_graph(NamedNode(graph))
    for rule in rules:
        try:
            store.update(rule.text)
        except SyntaxError as error:
            raise MoonpactError(f"not valid SPARQL: {error}", where=str(rule.path)) from error
