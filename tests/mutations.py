"""Small faults: what `mutants.py` puts into queries and shapes, each under a name that says what and where."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from moonpact import names
from moonpact.constraints import SH
from moonpact.tables import text

ABOVE = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")

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
    ("drop a statement", r" ;\s+[^\s;{}()]+ [^\s;{}()]+(?=\s*(;|\.|\}))", ""),
    ("drop a statement", r"(?<=\.)\s+\?\w+ [^\s;{}()]+ [^\s;{}()]+(?=\s*(\.|\}))", ""),
    ("drop an item", r"(?<=[( {])(?:pact|schema|xsd|rdf):\w+,? (?=(?:pact|schema|xsd|rdf):\w)", ""),
]
BLOCKS = [("drop a filter", "FILTER"), ("drop a MINUS", "MINUS"), ("drop an OPTIONAL", "OPTIONAL")]


class Mutant(NamedTuple):
    """One fault: its name, unique and as lasting as the place itself, the line of the place, and the changed text."""

    name: str
    line: int
    text: str


def balanced(source: str, start: int) -> int:
    """Return the end of the first bracketed group at or after `start`."""
    depth = 0
    for at in range(start, len(source)):
        depth += (source[at] in "({") - (source[at] in ")}")
        if depth == 0 and source[at] in ")}":
            return at + 1
    return len(source)


def mutants_of_query(path: Path) -> Iterator[Mutant]:
    """Yield the mutants of a query file; a fault that can be put into more places than one has its number."""
    source, seen = path.read_text(encoding="utf-8"), Counter[str]()
    for what, start, end, put in places(source):
        seen[what] += 1
        number = f" {seen[what]}" if seen[what] > 1 else ""
        skipped = len(source[start:end]) - len(source[start:end].lstrip(" ;\n"))
        line = source.count("\n", 0, start + skipped) + 1
        yield Mutant(f"{path.stem}: {what}{number}", line, source[:start] + put + source[end:])


def places(source: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield what is done to a query, from and up to which character, and what is put there."""
    body = source.index("WHERE") if "WHERE" in source else 0
    for what, pattern, put in OPERATORS:
        for match in re.finditer(pattern, source):
            comment = source[source.rfind("\n", 0, match.start()) + 1 :].lstrip().startswith("#")
            if not comment and (match.start() >= body or what == "drop DISTINCT"):
                dropped = " ".join(match[0].strip(" ;,\n").split())
                named = f"{what} ({dropped})" if what.startswith("drop a") else what
                yield named, match.start(), match.end(), put
    for what, word in BLOCKS:
        for match in re.finditer(rf"\b{word}\b", source[body:]):
            start = body + match.start()
            yield what, start, balanced(source, start + len(word)), ""
    for match in re.finditer(r"\} UNION \{", source):
        yield "drop a UNION branch", match.start() + 1, balanced(source, match.end() - 1), ""


def mutants_of_shapes(shapes: Store, ontology: Store) -> Iterator[tuple[str, Quad, list[Quad]]]:
    """Yield by name what is taken out of the graph of shapes, and what is put there."""
    for quad in sorted(shapes, key=str):
        shape, kind, value = (
            text(quad.subject).removeprefix(names.SHAPE),
            quad.predicate.value.removeprefix(SH),
            quad.object,
        )
        name = f"{shape} {kind}"
        if kind in {"minCount", "maxCount", "minInclusive"} and isinstance(value, Literal):
            for step in (-1, 1):
                if kind != "minCount" or int(value.value) + step > 0:
                    yield f"{name} {step:+d}", quad, [with_object(quad, Literal(int(value.value) + step))]
        if kind in {"minCount", "maxCount", "minInclusive", "class", "datatype", "pattern", "nodeKind", "hasValue", "in", "lessThan",
                    "lessThanOrEquals", "uniqueLang"}:  # fmt: skip
            yield f"{name} dropped", quad, []
        if kind == "pattern" and isinstance(value, Literal):
            for anchor in (r"^\^", r"\$$"):
                loose = re.sub(anchor, "", value.value)
                if loose != value.value:
                    yield f"{name} without {anchor[-2:]}", quad, [with_object(quad, Literal(loose))]
        if kind == "datatype":
            yield f"{name} to xsd:string", quad, [with_object(quad, NamedNode(names.XSD + "string"))]
        if kind in {"class", "targetClass"}:
            for parent in ontology.quads_for_pattern(value, ABOVE, None):
                yield f"{name} to {names.shorten(text(parent.object))}", quad, [with_object(quad, parent.object)]
        if kind in {"targetClass", "targetSubjectsOf", "targetObjectsOf"}:
            yield f"{name} {names.shorten(text(value))} dropped", quad, []
        if kind in {"lessThan", "lessThanOrEquals"}:
            other = NamedNode(SH + ("lessThanOrEquals" if kind == "lessThan" else "lessThan"))
            yield f"{name} to the other", quad, [Quad(quad.subject, other, value)]


def with_object(quad: Quad, value: NamedNode | BlankNode | Literal | Triple) -> Quad:
    """Return a quad with another object."""
    return Quad(quad.subject, quad.predicate, value)
