"""What each SHACL constraint means in SPARQL, by the W3C Recommendation of 20 July 2017, section 4.

A constraint that looks at values one by one is a test: what goes behind a pattern of `?value` and leaves those that
break it. Any other is a body: the whole pattern of its violations, made of the target's and the path's.
"""

import re
from collections.abc import Callable
from functools import partial

from pyoxigraph import BlankNode, Literal, NamedNode

from moonpact import names
from moonpact.errors import MoonpactError

SH = names.VOCABULARIES["sh"]
Term = NamedNode | Literal | BlankNode
Parts = dict[str, list[Term]]
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_A = f"<{names.RDF}type>"
_SUBCLASS_OF = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
_KINDS = {"IRI": "isIRI(?value)", "Literal": "isLiteral(?value)", "BlankNode": "isBlank(?value)"}


def instance(variable: str, cls: Term) -> str:
    """Return the pattern of the instances of a class or of one below it."""
    # names of its own, for MINUS compares whatever two patterns share
    own = variable.removeprefix("?")
    return (
        f"GRAPH ?{own}Graph {{ {variable} {_A} ?{own}Type }}"
        f" GRAPH <{names.ONTOLOGY_GRAPH}> {{ ?{own}Type {_SUBCLASS_OF}* {cls} }}"
    )


def integer(term: Term) -> int:
    """Return the number of a count or bound. Raises MoonpactError if it is none: it would compare with nothing."""
    if isinstance(term, Literal) and term.datatype.value == names.XSD + "integer" and _NUMBER.fullmatch(term.value):
        return int(term.value)
    raise MoonpactError("a count or bound is no integer", where="shapes/", remedy="Write it as in sh:minCount 1.")


def _class(cls: Term, parts: Parts) -> str:  # noqa: ARG001
    return f"MINUS {{ {instance('?value', cls)} }}"


def _datatype(datatype: Term, parts: Parts) -> str:  # noqa: ARG001
    test = f"isLiteral(?value) && DATATYPE(?value) = {datatype}"
    lexical = {
        "integer": " && REGEX(STR(?value), '^[+-]?[0-9]+$')",
        "boolean": " && REGEX(STR(?value), '^(true|false|0|1)$')",
        "date": " && COALESCE(?value <= ?value, false)",
    }.get(datatype.value.removeprefix(names.XSD), "")
    return f"FILTER (!COALESCE({test}{lexical}, false))"


def _node_kind(kind: Term, parts: Parts) -> str:  # noqa: ARG001
    wanted = kind.value.removeprefix(SH)
    if wanted not in _KINDS:
        raise MoonpactError(f"sh:nodeKind sh:{wanted} is not known here", where="shapes/")
    return f"FILTER (!{_KINDS[wanted]})"


def _pattern(pattern: Term, parts: Parts) -> str:
    flags = parts.get("flags")
    arguments = f"STR(?value), {pattern}" + (f", {flags[0]}" if flags else "")
    return f"FILTER (isBlank(?value) || !REGEX({arguments}))"


def _min_inclusive(n: Term, parts: Parts) -> str:  # noqa: ARG001
    return f"FILTER (!COALESCE(?value >= {integer(n)}, false))"


def _in(head: Term, parts: Parts) -> str:  # noqa: ARG001
    return f"FILTER (!COALESCE(?value IN ({', '.join(map(str, parts['in']))}), false))"


def _min_count(target: str, path: str, n: Term) -> str:
    if integer(n) == 1:
        return f"{target} MINUS {{ {path} }}"
    few = f"GROUP BY ?focus HAVING (COUNT(DISTINCT ?value) < {integer(n)})"
    return f"{{ SELECT ?focus WHERE {{ {target} OPTIONAL {{ {path} }} }} {few} }}"


def _max_count(target: str, path: str, n: Term) -> str:
    many = f"GROUP BY ?focus HAVING (COUNT(DISTINCT ?value) > {integer(n)})"
    return f"{{ SELECT ?focus WHERE {{ {path} }} {many} }} {target}"


def _less_than(target: str, path: str, other: Term, operator: str = "<") -> str:
    bound = f"GRAPH ?otherGraph {{ ?focus {other} ?bound }} FILTER (!COALESCE(?value {operator} ?bound, false))"
    return violators(target, path, bound)


def _has_value(target: str, path: str, value: Term) -> str:
    if not isinstance(value, NamedNode):
        raise MoonpactError("sh:hasValue names an IRI here", where="shapes/")
    return f"{target} MINUS {{ {path.replace('?value', str(value))} }}"


def _unique_lang(target: str, path: str, flag: Term) -> str:
    if flag.value != "true":
        raise MoonpactError("sh:uniqueLang is true, or left out", where="shapes/")
    return (
        f"{{ SELECT ?focus ?tag WHERE {{ {path} FILTER (isLiteral(?value) && LANG(?value) != '') }}"
        f" GROUP BY ?focus (LANG(?value) AS ?tag) HAVING (COUNT(DISTINCT ?value) > 1) }} {target}"
    )


def violators(target: str, path: str, test: str) -> str:
    """Return the pattern of the focus nodes and values of a path that a test leaves."""
    # violations first: where there are none, nothing is looked up for the target
    return f"{{ SELECT ?focus ?value WHERE {{ {path} {test} }} }} {target}"


TESTS: dict[str, Callable[[Term, Parts], str]] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "minInclusive": _min_inclusive,
    "in": _in,
}
BODIES: dict[str, Callable[[str, str, Term], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "lessThan": _less_than,
    "lessThanOrEquals": partial(_less_than, operator="<="),
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
}
