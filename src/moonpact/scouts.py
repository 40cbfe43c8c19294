"""Which constraints can be broken at all, from a few queries that each look at the data of many constraints once.

Where data are right, as they mostly are, little else is asked. A scout may suspect a constraint that holds, never
the reverse.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from moonpact.errors import MoonpactError
from moonpact.parallel import run_each
from moonpact.queryfile import read_query_file
from moonpact.questions import Answer
from moonpact.shapes import Rule
from moonpact.tables import text

# a rule that looks at one statement at a time, and the condition under which it finds a violation
_SINGLE = re.compile(
    r"WHERE \{\s+GRAPH \?graph \{ \?focus \?property \?value \}\s+(?:#.*\s+)*FILTER \((.*)\)\s+\} ORDER BY", re.DOTALL
)
_MORE_THAN_A_CONDITION = re.compile(r"\b(?:EXISTS|FILTER|GRAPH|MINUS|OPTIONAL)\b|\?graph\b")


@dataclass(frozen=True)
class _Scout:
    """A query, and whom its answer can suspect: those at a number that it gives, or in whose column it gives one."""

    query: str
    members: Sequence[Sequence[Rule | Path]]

    def suspected(self, answer: Answer) -> set[Rule | Path]:
        if answer.columns == ("number",):
            numbers = {int(text(row[0])) for row in answer.rows}
        else:
            numbers = {number for number, met in enumerate(answer.rows[0]) if text(met) != "0"}
        return {rule for number in numbers for rule in self.members[number]}


def worth_asking(store: Store, rules: Sequence[Rule], paths: Sequence[Path]) -> tuple[list[Rule], list[Path]]:
    """Return those rules of shapes, and those query rules, that can have violations in a store, in their order."""
    scouts = [*_scouts_of_shapes(rules), *_scouts_of_queries(paths)]
    try:
        answers = run_each(store, [(scout.query, "scout") for scout in scouts])
    except MoonpactError:
        # one of the rules is not valid, and says so when it is asked by itself
        return list(rules), list(paths)
    cleared = {rule for scout in scouts for members in scout.members for rule in members}
    for scout, answer in zip(scouts, answers, strict=True):
        cleared -= scout.suspected(answer)
    return [rule for rule in rules if rule not in cleared], [path for path in paths if path not in cleared]


def _scouts_of_queries(paths: Sequence[Path]) -> Iterator[_Scout]:
    """Yield what asks the rules that look at one statement at a time.

    They are asked together, of each different subject, and of each different pair of property and value.
    """
    single = {"?focus": dict[str, list[Path]](), "?property ?value": dict[str, list[Path]]()}
    prefixes = set[str]()
    for path in paths:
        query = read_query_file(path).text
        found = _SINGLE.search(query)
        if found and not _MORE_THAN_A_CONDITION.search(found[1]):
            parts = _disjuncts(found[1])
            if not any("?focus" in part and re.search(r"\?(?:property|value)\b", part) for part in parts):
                prefixes |= set(re.findall(r"^PREFIX .*$", query, re.MULTILINE))
                for part in parts:
                    single["?focus" if "?focus" in part else "?property ?value"].setdefault(part, []).append(path)
    for terms, conditions in single.items():
        if conditions:
            met = " ".join(
                f"(MAX(IF(COALESCE({condition}, false), 1, 0)) AS ?met{n})" for n, condition in enumerate(conditions)
            )
            each = f"{{ SELECT DISTINCT {terms} WHERE {{ GRAPH ?graph {{ ?focus ?property ?value }} }} }}"
            query = "\n".join([*sorted(prefixes), f"SELECT {met} WHERE {{ {each} }}"])
            yield _Scout(query, list(conditions.values()))


def _disjuncts(condition: str) -> list[str]:
    """Return the parts of a condition between its outermost `||`, or all of it if the parts are not whole."""
    parts = condition.split("||")
    whole = all(part.count("(") == part.count(")") and part.count('"') % 2 == 0 for part in parts)
    return parts if whole else [condition]


def _scouts_of_shapes(rules: Sequence[Rule]) -> Iterator[_Scout]:
    """Yield what asks the constraints that share a test, or count the same values of the same targets."""
    groups: dict[tuple[Callable[[Sequence[Rule], Sequence[str]], str], tuple[str, ...]], list[Rule]] = {}
    for rule in rules:
        if rule.test:
            groups.setdefault((_failing_values, (rule.test,)), []).append(rule)
        elif rule.component in {"minCount", "maxCount"} and rule.argument == "1":
            groups.setdefault((_other_counts, (rule.targets, rule.path)), []).append(rule)
    for (query, _), members in groups.items():
        paths = list(dict.fromkeys(rule.path for rule in members))
        yield _Scout(query(members, paths), [[rule for rule in members if rule.path == path] for path in paths])


def _failing_values(rules: Sequence[Rule], paths: Sequence[str]) -> str:
    """Return the query of the numbers of the paths that have a value, of any subject, that fails the rules' test."""
    values = " UNION ".join(f"{{ {path} BIND ({number} AS ?number) }}" for number, path in enumerate(paths))
    distinct = f"{{ SELECT DISTINCT ?number ?value WHERE {{ {values} }} }}"
    return f"SELECT DISTINCT ?number WHERE {{ {distinct} {rules[0].test} }}"


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
    return f"SELECT (0 AS ?number) WHERE {{ {where} }} HAVING ({' || '.join(unlike)})"
