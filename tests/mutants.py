"""Mutation testing of shapes, query rules, questions and derivation rules: `make mutants [PART ...]`.

Each mutant is one small fault put into one file. It is killed if the examples (for shapes and query rules), the expected
answer (for questions), or the real graph and the tests of derivation (for derivation rules) notice. Survivors are printed
by name; those that change nothing are listed with the reason in `equivalent-mutants.yaml`.
"""

import contextlib
import csv
import inspect
import io
import itertools
import os
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import test_derive
import yaml
from pyoxigraph import Literal, NamedNode, Quad, Store
from test_examples import BAD, GOOD, rule_of, world

from moonpact import derive, names
from moonpact.asking import open_graph
from moonpact.check import apply_rules
from moonpact.constraints import SH
from moonpact.errors import MoonpactError
from moonpact.places import Places
from moonpact.queryfile import QueryFile
from moonpact.questions import read_questions, run
from moonpact.shapes import compile_shapes, read_shapes
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
CPU_SECONDS = 10
SAY_EVERY = 10  # seconds
LEAST = {"shapes": 0.95, "rules": 0.95, "questions": 0.9, "derivations": 0.9}
EQUIVALENT: dict[str, str] = (
    yaml.safe_load((Path(__file__).parent / "equivalent-mutants.yaml").read_text("utf-8")) or {}
)

# Mutants of SPARQL: (what, pattern of one place, what is put there)
OPERATORS = [
    ("drop DISTINCT", r"\bDISTINCT ", ""),
    ("require what is optional", r"\bOPTIONAL(?= \{)", ""),
    ("<= to <", r"<=", "<"),
    ("< to <=", r"(?<=[\w)] )<(?= [?(\w])", "<="),
    ("= to !=", r"(?<=[\w)] )=(?= [?(\w])", "!="),
    ("!= to =", r"!=", "="),
    ("&& to ||", r"&&", "||"),
    ("|| to &&", r"\|\|", "&&"),
    ("NOT EXISTS to EXISTS", r"\bNOT EXISTS\b", "EXISTS"),
    ("NOT IN to IN", r"\bNOT IN\b", "IN"),
    ("drop a not", r"!(?=\?|sameTerm|COALESCE|BOUND)", ""),
    ("drop a statement after ;", r" ;\s+[^\s;{}()]+ [^\s;{}()]+(?=\s*(;|\.|\}))", ""),
    ("drop a statement after .", r"(?<=\.)\s+\?\w+ [^\s;{}()]+ [^\s;{}()]+(?=\s*(\.|\}))", ""),
    ("drop an item of a list", r"(?<=[( {])(?:pact|schema|xsd|rdf):\w+,? (?=(?:pact|schema|xsd|rdf):\w)", ""),
]
BLOCKS = [("drop a filter", "FILTER"), ("drop a MINUS", "MINUS"), ("drop an OPTIONAL", "OPTIONAL")]


def balanced(source: str, start: int) -> int:
    """Return the end of the first bracketed group at or after `start`."""
    depth = 0
    for at in range(start, len(source)):
        depth += (source[at] in "({") - (source[at] in ")}")
        if depth == 0 and source[at] in ")}":
            return at + 1
    return len(source)


def mutants_of_query(source: str) -> Iterator[tuple[str, str]]:
    """Yield what is changed, with the line, and the changed text."""
    body = source.index("WHERE") if "WHERE" in source else 0
    for what, pattern, put in OPERATORS:
        for match in re.finditer(pattern, source):
            if match.start() >= body or what == "drop DISTINCT":
                line = source.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip())) + 1
                yield (
                    f"{what} in line {line} ({match[0].strip() or '_'})",
                    source[: match.start()] + put + source[match.end() :],
                )
    for what, word in BLOCKS:
        for match in re.finditer(rf"\b{word}\b", source[body:]):
            start = body + match.start()
            line = source.count("\n", 0, start) + 1
            yield f"{what} in line {line}", source[:start] + source[balanced(source, start + len(word)) :]
    for match in re.finditer(r"\} UNION \{", source):
        start = match.end() - 1
        line = source.count("\n", 0, start) + 1
        yield f"drop a UNION branch in line {line}", source[: match.start() + 1] + source[balanced(source, start) :]


Examples = list[tuple[str, str, Store]]


def prepared() -> Examples:
    """Return the world after each example, derived, with the rule of the example, and the same or none if it breaks none."""
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


def shape_mutants(shapes: Store, ontology: Store) -> Iterator[tuple[str, Store]]:
    """Yield shapes graphs that differ from the real one in one triple, by name."""

    def changed(old: Quad, *new: object) -> Store:
        copy = Store()
        copy.extend(shapes)
        copy.remove(old)
        for value in new:
            copy.add(Quad(old.subject, old.predicate, value))  # type: ignore[arg-type]
        return copy

    above = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    for quad in sorted(shapes, key=str):
        name = f"{text(quad.subject).removeprefix(names.SHAPE)} {quad.predicate.value.removeprefix(SH)}"
        kind, value = quad.predicate.value.removeprefix(SH), quad.object
        if kind in {"minCount", "maxCount", "minInclusive"} and isinstance(value, Literal):
            for step in (-1, 1):
                if kind != "minCount" or int(value.value) + step > 0:
                    yield f"{name} {step:+d}", changed(quad, Literal(int(value.value) + step))
        if kind in {"minCount", "maxCount", "minInclusive", "class", "datatype", "pattern", "nodeKind", "hasValue", "in", "lessThan",
                    "lessThanOrEquals", "uniqueLang"}:  # fmt: skip
            yield f"{name} dropped", changed(quad)
        if kind == "pattern" and isinstance(value, Literal):
            for anchor, bare in ((r"^\^", ""), (r"\$$", "")):
                loose = re.sub(anchor, bare, value.value)
                if loose != value.value:
                    yield f"{name} without {anchor[-2:]}", changed(quad, Literal(loose))
        if kind == "datatype":
            yield f"{name} to xsd:string", changed(quad, NamedNode(names.XSD + "string"))
        if kind in {"class", "targetClass"}:
            for parent in ontology.quads_for_pattern(value, above, None):
                yield f"{name} to {names.shorten(text(parent.object))}", changed(quad, parent.object)
        if kind in {"targetClass", "targetSubjectsOf", "targetObjectsOf"}:
            yield f"{name} {names.shorten(text(value))} dropped", changed(quad)
        if kind in {"lessThan", "lessThanOrEquals"}:
            copy = changed(quad)
            other = SH + ("lessThanOrEquals" if kind == "lessThan" else "lessThan")
            copy.add(Quad(quad.subject, NamedNode(other), value))
            yield f"{name} to the other", copy


def shape_survives(mutant: Store, shape: str, examples: Examples) -> bool:
    """Tell whether the mutant of a shape fires on the examples exactly as the shape should."""
    try:
        rules = [r for r in compile_shapes(mutant) if r.shape == shape]
    except MoonpactError:
        return False
    for rule in {broken for _, broken, _ in examples if broken.startswith(shape.removeprefix(names.SHAPE) + ".")}:
        if not any(rule == f"{shape.removeprefix(names.SHAPE)}.{r.component}" for r in rules):
            return False
    return all(
        bool(run(store, rule.query).rows) == (broken == f"{shape.removeprefix(names.SHAPE)}.{rule.component}")
        for rule in rules
        for _, broken, store in nearest_first(examples, shape.removeprefix(names.SHAPE) + ".")
    )


def shapes(report: "Report") -> None:
    examples, real = prepared(), read_shapes(ROOT)
    for name, mutant in shape_mutants(real, world()):
        report.add(name, survived=shape_survives(mutant, names.SHAPE + name.split(" ", maxsplit=1)[0], examples))


def rules(report: "Report") -> None:
    examples = prepared()
    for path in sorted((ROOT / "shapes").glob("*.rq")):
        ordered = nearest_first(examples, path.stem)
        for name, mutant in mutants_of_query(path.read_text(encoding="utf-8")):
            with contextlib.suppress(MoonpactError):
                survived = all(bool(run(store, mutant).rows) == (broken == path.stem) for _, broken, store in ordered)
                report.add(f"{path.stem}: {name}", survived=survived)


def questions(report: "Report") -> None:
    graph = open_graph(ROOT)
    for question in read_questions(ROOT).values():
        expected = (ROOT / f"tests/questions/{question.name}.csv").read_text(encoding="utf-8")
        wanted = list(csv.reader(io.StringIO(expected)))
        for name, mutant in mutants_of_query(question.text):
            with contextlib.suppress(MoonpactError):
                answer = run(graph, mutant)
                rows = [[names.shorten(text(cell)) for cell in row] for row in answer.rows]
                report.add(f"{question.name}: {name}", survived=[list(answer.columns), *rows] == wanted)


def derivations(report: "Report") -> None:
    real = derive.read_rules(ROOT)
    graph = open_graph(ROOT)
    before = set(graph)
    if not derivation_tests_pass():
        raise SystemExit("the tests of derivation fail without any mutant")
    for rule in real:
        for name, mutant in mutants_of_query(rule.text):
            changed = [QueryFile(r.path, mutant, r.header) if r is rule else r for r in real]
            outcome = in_child(partial(derivation_survives, changed, graph, before))
            if outcome is not None:
                report.add(f"{rule.name}: {name}", survived=outcome)


def derivation_survives(rules: list[QueryFile], graph: Store, before: set[Quad]) -> bool:
    """Tell whether changed rules derive the same from the real graph and pass the tests of derivation."""
    derive.read_rules = lambda _: rules  # type: ignore[assignment]
    derive.derive(graph, ROOT)
    return set(graph) == before and derivation_tests_pass()


def in_child(work: Callable[[], bool]) -> bool | None:
    """Do work in a forked child; a mutant that runs too long is killed, one that is not valid is none (None)."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        try:
            os._exit(0 if work() else 1)
        except MoonpactError:
            os._exit(2)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return None if code == 2 else code == 0


def derivation_tests_pass() -> bool:
    """Run the tests of derivation on made-up claims; those of the real graph were compared already."""
    for name, test in vars(test_derive).items():
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


class Report:
    """Counts mutants of one part and remembers who survived."""

    def __init__(self, part: str) -> None:
        """Begin with nothing counted."""
        self.part, self.total, self.survivors = part, 0, list[str]()
        self._said = time.monotonic()

    def add(self, name: str, *, survived: bool) -> None:
        """Count one mutant, and say on stderr how far the part is."""
        self.total += 1
        if time.monotonic() > self._said + SAY_EVERY:
            self._said = time.monotonic()
            print(f"{self.part}: {self.total} mutants, {len(self.survivors)} survived; at {name}", file=sys.stderr)
        if survived:
            self.survivors.append(f"{self.part}/{name}")

    def close(self) -> bool:
        """Print the score and the survivors, and return whether the score is enough."""
        explained = [name for name in self.survivors if name in EQUIVALENT]
        counted = self.total - len(explained)
        score = 1 - (len(self.survivors) - len(explained)) / counted
        print(
            f"{self.part}: {self.total} mutants, {len(explained)} equivalent, score {score:.3f} (least {LEAST[self.part]})"
        )
        for name in self.survivors:
            print(f"  {'equivalent: ' + EQUIVALENT[name] if name in EQUIVALENT else 'survived'}: {name}")
        stale = [name for name in EQUIVALENT if name.startswith(self.part + "/") and name not in self.survivors]
        for name in stale:
            print(f"  listed as equivalent, but killed or gone: {name}")
        return score >= LEAST[self.part] and not stale


def main(parts: list[str]) -> int:
    """Run the parts named, or all, and return 0 if every score is enough."""
    work = {"shapes": shapes, "rules": rules, "questions": questions, "derivations": derivations}
    enough = True
    for part in parts or work:
        report = Report(part)
        work[part](report)
        enough = report.close() and enough
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
