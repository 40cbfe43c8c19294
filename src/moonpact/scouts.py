"""Which constraints can be broken at all, from a few queries that each look at the data of many constraints once.

Where data are right, as they mostly are, little else is asked. A scout may suspect a constraint that holds, never
the reverse.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Store

from moonpact.errors import MoonpactError
from moonpact.queryfile import read_query_file
from moonpact.questions import run
from moonpact.shapes import Rule
from moonpact.tables import text

# a rule that looks at one statement at a time, and the condition under which it finds a violation
_SINGLE = re.compile(
    r"WHERE \{\s+GRAPH \?graph \{ \?focus \?property \?value \}\s+(?:#.*\s+)*FILTER \((.*)\)\s+\} ORDER BY", re.DOTALL
)
_MORE_THAN_A_CONDITION = re.compile(r"\b(?:EXISTS|FILTER|GRAPH|MINUS|OPTIONAL)\b|\?graph\b")


def worth_asking(store: Store, paths: Sequence[Path]) -> list[Path]:
    """Return the query rules that can have violations in a store, in their order.

    Rules that look at one statement at a time are asked together, of each different subject, and of each different
    pair of property and value.
    """
    single = {"?focus": dict[str, list[Path]](), "?property ?value": dict[str, list[Path]]()}
    prefixes, cleared = set[str](), set[Path]()
    for path in paths:
        query = read_query_file(path).text
        found = _SINGLE.search(query)
        if found and not _MORE_THAN_A_CONDITION.search(found[1]):
            parts = _disjuncts(found[1])
            if not any("?focus" in part and re.search(r"\?(?:property|value)\b", part) for part in parts):
                cleared.add(path)
                prefixes |= set(re.findall(r"^PREFIX .*$", query, re.MULTILINE))
                for part in parts:
                    single["?focus" if "?focus" in part else "?property ?value"].setdefault(part, []).append(path)
    for terms, conditions in single.items():
        met = " ".join(
            f"(MAX(IF(COALESCE({condition}, false), 1, 0)) AS ?met{n})" for n, condition in enumerate(conditions)
        )
        each = f"{{ SELECT DISTINCT {terms} WHERE {{ GRAPH ?graph {{ ?focus ?property ?value }} }} }}"
        try:
            answer = run(store, "\n".join([*sorted(prefixes), f"SELECT {met} WHERE {{ {each} }}"])) if met else None
        except MoonpactError:
            # one of the rules is not valid, and says so when it is asked by itself
            return list(paths)
        for count, suspected in zip(answer.rows[0], conditions.values(), strict=True) if answer else ():
            cleared -= set(suspected) if text(count) != "0" else set()
    return [path for path in paths if path not in cleared]


def _disjuncts(condition: str) -> list[str]:
    """Return the parts of a condition between its outermost `||`, or all of it if the parts are not whole."""
    parts = condition.split("||")
    whole = all(part.count("(") == part.count(")") and part.count('"') % 2 == 0 for part in parts)
    return parts if whole else [condition]


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
