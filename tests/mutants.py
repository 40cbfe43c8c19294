"""Mutation testing of shapes, query rules, questions and derivation rules: `make mutants [PART ...]`.

Each mutant is one small fault put into one file (`mutations.py`). It is killed if the examples (for shapes and query
rules), an expected answer (for questions), or the tests of derivation or the real graph (for derivation rules) notice.
A survivor changes nothing that a valid graph can show: `equivalent-mutants.yaml` says why. A survivor without a reason, a
reason without a survivor, and a low score fail.
"""

import contextlib
import csv
import inspect
import io
import itertools
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import test_derive
import test_disagreements
import test_lists
import test_rulings
import test_weights
import yaml
from mutations import mutants_of_query, mutants_of_shapes
from pyoxigraph import Quad, Store
from test_examples import BAD, GOOD, rule_of, world
from test_questions import (
    ANSWERS,
    ANSWERS_OF_ARTICLES,
    ANSWERS_OF_MADE_UP,
    ARTICLES_KNOWN_ON,
    MADE_UP_VALUES,
    OTHERWISE,
    WITH_PARAMETERS,
    made_up,
)

from moonpact import derive, names
from moonpact.asking import open_graph
from moonpact.check import apply_rules
from moonpact.errors import MoonpactError
from moonpact.places import Places
from moonpact.queryfile import QueryFile
from moonpact.questions import bind, entity_kinds, parameters, read_questions, run
from moonpact.shapes import compile_shapes, read_shapes
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
CPU_SECONDS = {"questions": 3, "derivations": 10}  # many times what the real ones take
SAY_EVERY = 10  # seconds
LEAST = {"shapes": 0.95, "rules": 0.95, "questions": 0.9, "derivations": 0.9}
EQUIVALENT: dict[str, str] = yaml.safe_load((Path(__file__).parent / "equivalent-mutants.yaml").read_text("utf-8"))

# a mutant that runs out of time is as good as killed; one that is no valid query is none
Outcome = Literal["killed", "survived", "slow", "invalid"]
# the rule of which an example is one, the same or none if it breaks none, and the world after it
Examples = list[tuple[str, str, Store]]
# graphs with values of parameters, and the files of the answers that the tests expect
Asked = list[tuple[Store, dict[str, str], Path]]


class Report:
    """Counts mutants of one part and remembers who survived."""

    def __init__(self, part: str, reasons: dict[str, str]) -> None:
        """Begin with nothing counted."""
        self.part, self.total, self.slow, self.survivors = part, 0, set[str](), dict[str, int]()
        self.reasons = {name: why for name, why in reasons.items() if name.startswith(f"{part}/")}
        self._said = time.monotonic()

    def add(self, name: str, line: int, outcome: Outcome) -> None:
        """Count one mutant, and say on stderr how far the part is."""
        if outcome == "invalid":
            return
        self.total += 1
        if outcome == "survived":
            self.survivors[f"{self.part}/{name}"] = line
        elif outcome == "slow":
            self.slow.add(f"{self.part}/{name}")
        if time.monotonic() > self._said + SAY_EVERY:
            self._said = time.monotonic()
            print(f"{self.part}: {self.total} mutants, {len(self.survivors)} survived; at {name}", file=sys.stderr)

    def close(self) -> bool:
        """Print counts and names; return whether each survivor has a reason, each reason a survivor, and the score is enough."""
        unexplained = [name for name in self.survivors if name not in self.reasons]
        stale = [name for name in self.reasons if name not in self.survivors and name not in self.slow]
        equivalent, killed = len(self.survivors) - len(unexplained), self.total - len(self.survivors)
        score = killed / (self.total - equivalent)
        print(
            f"{self.part}: {self.total} mutants, {killed} killed, {equivalent} equivalent with a reason, "
            f"{len(unexplained)} unexplained, score {score:.3f} (least {LEAST[self.part]})"
        )
        for name in unexplained:
            print(f"  survived without a reason: {name} (line {self.survivors[name]})")
        for name in stale:
            print(f"  has a reason, but is killed or gone: {name}")
        return score >= LEAST[self.part] and not unexplained and not stale


def prepared() -> Examples:
    """Return the world before and after each example, with what is derived from it."""
    empty = world()
    apply_rules(empty, ROOT, Places([]))
    made = [("", "", empty)]
    for path, rule in [*((p, "") for p in GOOD), *((p, rule_of(p)) for p in BAD)]:
        store = world()
        store.update(path.read_text(encoding="utf-8"))
        apply_rules(store, ROOT, Places([]))
        made.append((rule_of(path), rule, store))
    return made


def nearest_first(examples: Examples, rule: str) -> Examples:
    """Put a rule's own examples first, which notice most of its mutants."""
    return sorted(examples, key=lambda example: not example[0].startswith(rule))


def shapes(report: Report) -> None:
    """Put faults into the shapes."""
    examples, real = prepared(), read_shapes(ROOT)
    for name, gone, come in mutants_of_shapes(real, world()):
        mutant = Store()
        mutant.extend([*(quad for quad in real if quad != gone), *come])
        survives = shape_survives(mutant, name.split(" ", maxsplit=1)[0], examples)
        report.add(name, 0, "survived" if survives else "killed")


def shape_survives(mutant: Store, shape: str, examples: Examples) -> bool:
    """Tell whether the mutant of a shape fires on the examples exactly as the shape should."""
    try:
        rules = [r for r in compile_shapes(mutant) if r.shape == names.SHAPE + shape]
    except MoonpactError:
        return False
    broken = {rule for _, rule, _ in examples if rule.startswith(shape + ".")}
    return broken <= {f"{shape}.{rule.component}" for rule in rules} and all(
        bool(run(store, rule.query).rows) == (expected == f"{shape}.{rule.component}")
        for rule in rules
        for _, expected, store in nearest_first(examples, shape + ".")
    )


def rules(report: Report) -> None:
    """Put faults into the query rules."""
    examples = prepared()
    for path in sorted((ROOT / "shapes").glob("*.rq")):
        ordered = nearest_first(examples, path.stem)
        for name, line, mutant in mutants_of_query(path):
            with contextlib.suppress(MoonpactError):
                survives = all(bool(run(store, mutant).rows) == (broken == path.stem) for _, broken, store in ordered)
                report.add(name, line, "survived" if survives else "killed")


def questions(report: Report) -> None:
    """Put faults into the stored questions."""
    graph, articles = open_graph(ROOT), open_graph(ROOT, known_on=ARTICLES_KNOWN_ON)
    for question in read_questions(ROOT).values():
        early = {"known_on": str(ARTICLES_KNOWN_ON)} if "known_on" in parameters(question) else {}
        asked: Asked = [
            (made_up(path.stem), MADE_UP_VALUES.get(path.stem, {}), path)
            for path in ANSWERS_OF_MADE_UP
            if path.stem == question.name
        ]
        asked.append((graph, {}, ANSWERS / f"{question.name}.csv"))
        asked += [(articles, early, path) for path in ANSWERS_OF_ARTICLES if path.stem == question.name]
        for name, (first, *values) in ((name, list(given.items())) for name, given in OTHERWISE.items()):
            if first == ("question", question.name):
                asked.append((graph, dict(values), WITH_PARAMETERS / f"{name}.csv"))
        for name, line, mutant in mutants_of_query(question.path):
            changed = QueryFile(question.path, mutant, question.header)
            report.add(name, line, in_child(partial(question_survives, changed, asked), CPU_SECONDS[report.part]))


def question_survives(question: QueryFile, asked: Asked) -> bool:
    """Tell whether a changed question still answers as the tests expect of each graph and values of parameters."""
    for graph, values, path in asked:
        answer = run(graph, bind(question, values, entity_kinds(ROOT)))
        rows = [list(answer.columns), *([names.shorten(text(cell)) for cell in row] for row in answer.rows)]
        if rows != list(csv.reader(io.StringIO(path.read_text(encoding="utf-8")))):
            return False
    return True


def derivations(report: Report) -> None:
    """Put faults into the derivation rules."""
    real = derive.read_rules(ROOT)
    graph = open_graph(ROOT)
    before = set(graph)
    if not derivation_tests_pass():
        raise SystemExit("the tests of derivation fail without any mutant")
    for rule in real:
        for name, line, mutant in mutants_of_query(rule.path):
            changed = [QueryFile(r.path, mutant, r.header) if r is rule else r for r in real]
            report.add(
                name, line, in_child(partial(derivation_survives, changed, graph, before), CPU_SECONDS[report.part])
            )


def derivation_survives(rules: list[QueryFile], graph: Store, before: set[Quad]) -> bool:
    """Tell whether changed rules pass the tests of derivation and derive the same from the real graph."""
    derive.read_rules = lambda _: rules  # type: ignore[assignment]
    if not derivation_tests_pass():
        return False
    derive.derive(graph, ROOT)
    return set(graph) == before


def in_child(survives: Callable[[], bool], seconds: int) -> Outcome:
    """Return what becomes of a mutant in a forked child, whose time is bounded."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        try:
            os._exit(0 if survives() else 1)
        except MoonpactError:
            os._exit(2)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    outcomes: dict[int, Outcome] = {0: "survived", 2: "invalid", -signal.SIGXCPU: "slow", -signal.SIGKILL: "slow"}
    return outcomes.get(code, "killed")


def derivation_tests_pass() -> bool:
    """Run the tests of derivation on made-up claims; those of the real graph are compared apart."""
    modules = (test_derive, test_disagreements, test_lists, test_rulings, test_weights)
    for name, test in (item for module in modules for item in vars(module).items()):
        if name.startswith("test_") and "graph" not in inspect.signature(test).parameters:
            marks = [mark.args for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
            given = [[named(keys, values) for values in choices] for keys, choices in marks]
            for chosen in itertools.product(*given):
                try:
                    test(**{key: value for part in chosen for key, value in part.items()})
                except (AssertionError, MoonpactError):
                    return False
    return True


def named(keys: str | tuple[str, ...], values: object) -> dict[str, object]:
    """Return one choice of a parametrized test by the names of its parameters."""
    if isinstance(keys, str):
        keys = tuple(keys.replace(",", " ").split())
    return dict(zip(keys, values if len(keys) > 1 else (values,), strict=True))  # type: ignore[call-overload]


def main(parts: list[str]) -> int:
    """Run the parts named, or all, and return 0 if all of them are well."""
    work = {"shapes": shapes, "rules": rules, "questions": questions, "derivations": derivations}
    well = True
    for part in parts or work:
        report = Report(part, EQUIVALENT)
        work[part](report)
        well = report.close() and well
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
