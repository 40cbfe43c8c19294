"""Which constraints can be broken at all, from a few queries that each look at the data of many constraints once.

Where data are right, as they mostly are, little else is asked. A scout may suspect a constraint that holds, never
the reverse.
"""

from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import Store

from moonpact.questions import run
from moonpact.shapes import Rule
from moonpact.tables import text


def suspects(store: Store, rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules of shapes that can have violations in a store, in their order."""
    groups: dict[tuple[Callable[[Sequence[Rule], Sequence[str]], str], tuple[str, ...]], list[Rule]] = {}
    for rule in rules:
        if rule.test:
            groups.setdefault((_failing_values, (rule.test,)), []).append(rule)
        elif rule.component in {"minCount", "maxCount"} and rule.argument == "1":
            groups.setdefault((_other_counts, (rule.targets, rule.path)), []).append(rule)
    cleared: set[Rule] = set()
    for (scout, _), members in groups.items():
        paths = list(dict.fromkeys(rule.path for rule in members))
        found = {paths[int(text(row[0]))] for row in run(store, scout(members, paths), members[0].shape).rows}
        cleared |= {rule for rule in members if rule.path not in found}
    return (rule for rule in rules if rule not in cleared)


def _failing_values(rules: Sequence[Rule], paths: Sequence[str]) -> str:
    """Return the query of the numbers of the paths that have a value, of any subject, that fails the rules' test."""
    values = " UNION ".join(f"{{ {path} BIND ({number} AS ?path) }}" for number, path in enumerate(paths))
    distinct = f"{{ SELECT DISTINCT ?path ?value WHERE {{ {values} }} }}"
    return f"SELECT DISTINCT ?path WHERE {{ {distinct} {rules[0].test} }}"


def _other_counts(rules: Sequence[Rule], paths: Sequence[str]) -> str:
    """Return the query of path 0, which the rules share, if a target has no value of it or a subject has many."""
    components = {rule.component for rule in rules}
    where, unlike = f"{{ {paths[0]} BIND (?focus AS ?holder) }}", []
    if "maxCount" in components:
        unlike.append("COUNT(?value) != COUNT(DISTINCT ?holder)")
    if "minCount" in components:
        # every target holds a value if the targets add nobody to the holders
        where += f" UNION {{ {rules[0].targets} }}"
        unlike.append("COUNT(DISTINCT ?focus) != COUNT(DISTINCT ?holder)")
    return f"SELECT (0 AS ?path) WHERE {{ {where} }} HAVING ({' || '.join(unlike)})"
