"""SHACL shapes to SPARQL: exactly the part of SHACL that our shapes use; anything else is refused.

Each constraint of each property shape becomes one SELECT of its violations (`?focus`, `?value`). It reads
named graphs only, so that it means the same on every SPARQL 1.1 engine. Definitions follow the
W3C Recommendation “Shapes Constraint Language (SHACL)” of 20 July 2017, sections 2 and 4; the test suite
holds the findings to those of pySHACL.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from moonpact import names
from moonpact.errors import MoonpactError

SH = names.VOCABULARIES["sh"]
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_META = {"path", "message", "severity", "name", "description", "order", "group", "flags"}
_TARGETS = {"targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode"}
_SUBCLASS = f"<{names.ONTOLOGY_GRAPH}>"
_STRING = NamedNode(names.XSD + "string")
_A = f"<{names.RDF}type>"
_SUBCLASS_OF = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
_KINDS = {"IRI": "isIRI(?value)", "Literal": "isLiteral(?value)", "BlankNode": "isBlank(?value)"}


@dataclass(frozen=True)
class Rule:
    """One constraint of one shape: what it is called, what to say, and the query of its violations.

    `predicate` is that of the path, `target_predicate` that by which focus nodes are found.
    """

    shape: str
    component: str
    message: str
    severity: str
    predicate: str
    query: str
    targets: str
    target_predicate: str


def read_shapes(root: Path) -> Store:
    """Return the shapes graph of a project (`shapes/*.ttl`).

    Raises MoonpactError with file and line if a file is not well-formed or there is none.
    """
    store = Store()
    files = sorted((root / "shapes").glob("*.ttl"))
    if not files:
        raise MoonpactError("no shapes (*.ttl)", where=str(root / "shapes"), remedy="Is this a whole checkout?")
    for path in files:
        before = len(store)
        try:
            store.load(path=str(path), format=RdfFormat.TURTLE)
        except SyntaxError as error:
            raise MoonpactError(
                f"not well-formed: {error.msg}",
                where=f"{path}:{error.lineno or 1}",
                remedy="Mend the syntax.",
            ) from error
        if len(store) == before:
            raise MoonpactError("a shapes file without shapes", where=str(path), remedy="Remove it or fill it.")
    return store


def compile_shapes(shapes: Store, ontology: Store | None = None, only: Iterable[str] | None = None) -> list[Rule]:
    """Return the rules of a shapes graph, in the order of their names.

    With `ontology`, a store that holds the ontology's graph, target classes and paths must be terms of it.
    With `only`, the queries look at these subjects (IRIs) and no others, whatever the size of the data.

    Raises MoonpactError for a term, target or path that this compiler does not know, and for a shape
    without target, message or constraint: a check that would silently check nothing is an error.
    """
    focus = "" if only is None else f"VALUES ?focus {{ {' '.join(str(NamedNode(iri)) for iri in only)} }} "
    rules: list[Rule] = []
    shape_class = NamedNode(SH + "PropertyShape")
    found = {q.subject for q in shapes.quads_for_pattern(None, NamedNode(names.RDF + "type"), shape_class)}
    stray = {q.subject for q in shapes if isinstance(q.subject, NamedNode)} - found
    for subject in sorted(found | stray, key=str):
        if not isinstance(subject, NamedNode) or subject in stray:
            raise MoonpactError(
                "not a named sh:PropertyShape",
                where=str(subject),
                remedy="Give each rule its own property shape.",
            )
        rules += _compile_shape(shapes, subject, focus)
    if not rules:
        raise MoonpactError("the shapes graph has no shapes", where="shapes/")
    if ontology:
        _refuse_unknown_terms(shapes, ontology)
    return rules


def _refuse_unknown_terms(shapes: Store, ontology: Store) -> None:
    graph = NamedNode(names.ONTOLOGY_GRAPH)
    kinds = {"targetClass": "class", "class": "class", "path": "property", "targetSubjectsOf": "property",
             "targetObjectsOf": "property", "lessThan": "property", "lessThanOrEquals": "property",
             "inversePath": "property"}  # fmt: skip
    meta = "http://www.w3.org/2002/07/owl#"
    for name, kind in kinds.items():
        for quad in shapes.quads_for_pattern(None, NamedNode(SH + name), None):
            term = quad.object
            if isinstance(term, NamedNode) and not term.value.startswith(meta):
                types = ontology.quads_for_pattern(term, NamedNode(names.RDF + "type"), None, graph)
                if not any((q.object == NamedNode(meta + "Class")) == (kind == "class") for q in types):
                    raise MoonpactError(
                        f"{names.shorten(term.value)} is no {kind} of the ontology",
                        where=str(quad.subject),
                        remedy="Correct the name, or declare the term in ontology/.",
                    )


Parts = dict[str, list[NamedNode | Literal | BlankNode]]


def _parts(shapes: Store, shape: NamedNode) -> Parts:
    """Return the SHACL terms of a shape with their values, without the namespace."""
    parts: Parts = {}
    for quad in shapes.quads_for_pattern(shape, None, None):
        iri = quad.predicate.value
        if iri == names.RDF + "type":
            continue
        if not iri.startswith(SH):
            raise MoonpactError(f"{names.shorten(iri)} is no SHACL term", where=shape.value)
        if isinstance(quad.object, Triple):
            raise MoonpactError("a quoted triple has no meaning in a shape", where=shape.value)
        parts.setdefault(iri[len(SH) :], []).append(quad.object)
    return parts


def _compile_shape(shapes: Store, shape: NamedNode, focus: str) -> Iterator[Rule]:
    parts, where = _parts(shapes, shape), shape.value
    components = sorted(parts.keys() - _META - _TARGETS)
    unknown = [name for name in components if name not in _VIOLATIONS]
    if unknown:
        raise MoonpactError(
            f"sh:{unknown[0]} is not known here",
            where=where,
            remedy=f"Known constraints: {', '.join('sh:' + n for n in sorted(_VIOLATIONS))}.",
        )
    for needed in ("path", "message"):
        if len(parts.get(needed, [])) != 1:
            raise MoonpactError(f"has not exactly one sh:{needed}", where=where)
    if not components:
        raise MoonpactError("has no constraint", where=where, remedy="Add one, or remove the shape.")
    target = focus + _target(parts, where)
    predicate, pattern = _path(shapes, parts["path"][0], where)
    triples = [*parts.get("targetSubjectsOf", []), *parts.get("targetObjectsOf", [])]
    target_predicate = triples[0].value if triples else names.RDF + "type"
    severity = parts.get("severity", [NamedNode(SH + "Violation")])[0].value.removeprefix(SH)
    message = parts["message"][0].value
    for name in components:
        for argument in parts[name]:
            if name == "in":
                parts["in"] = _members(shapes, argument, where)
            body = _VIOLATIONS[name](target, focus + pattern, argument, parts)
            query = f"SELECT DISTINCT ?focus ?value WHERE {{ {body} }} ORDER BY ?focus ?value"
            yield Rule(shape.value, name, message, severity, predicate, query, target, target_predicate)


def _target(parts: Parts, where: str) -> str:
    branches = []
    for name in sorted(_TARGETS & parts.keys()):
        for term in parts[name]:
            if name == "targetClass":
                branches.append(_instance("?focus", term))
            elif name == "targetSubjectsOf":
                branches.append(f"GRAPH ?targetGraph {{ ?focus {term} ?targetObject }}")
            elif name == "targetObjectsOf":
                branches.append(f"GRAPH ?targetGraph {{ ?targetSubject {term} ?focus }}")
            else:
                branches.append(f"VALUES ?focus {{ {term} }}")
    if not branches:
        raise MoonpactError("has no target", where=where, remedy="Add sh:targetClass or another target.")
    return " UNION ".join(f"{{ {b} }}" for b in branches) if len(branches) > 1 else branches[0]


def _instance(variable: str, cls: object) -> str:
    # names of its own, for MINUS compares whatever two patterns share
    own = variable.removeprefix("?")
    return (
        f"GRAPH ?{own}Graph {{ {variable} {_A} ?{own}Type }} GRAPH {_SUBCLASS} {{ ?{own}Type {_SUBCLASS_OF}* {cls} }}"
    )


def _path(shapes: Store, path: object, where: str) -> tuple[str, str]:
    """Return the predicate of a path and its triple pattern between ?focus and ?value."""
    if isinstance(path, NamedNode):
        return path.value, f"GRAPH ?pathGraph {{ ?focus {path} ?value }}"
    if not isinstance(path, BlankNode):
        raise MoonpactError("a path is a property, not a text", where=where)
    inverse = list(shapes.quads_for_pattern(path, NamedNode(SH + "inversePath"), None))
    if len(inverse) == 1 and isinstance(inverse[0].object, NamedNode):
        return inverse[0].object.value, f"GRAPH ?pathGraph {{ ?value {inverse[0].object} ?focus }}"
    raise MoonpactError("only a predicate or its inverse can be a path here", where=where)


def _integer(term: object) -> int:
    """Return the number of a count constraint. Raises MoonpactError if it is none: it would compare with nothing."""
    if isinstance(term, Literal) and term.datatype.value == names.XSD + "integer" and _NUMBER.fullmatch(term.value):
        return int(term.value)
    raise MoonpactError("a count or bound is no integer", where="shapes/", remedy="Write it as in sh:minCount 1.")


def _members(shapes: Store, head: object, where: str) -> list[NamedNode | Literal | BlankNode]:
    """Return the members of an RDF list. Raises MoonpactError if it has none, or any that engines compare by value."""
    members: list[NamedNode | Literal | BlankNode] = []
    while isinstance(head, BlankNode):
        found = {q.predicate.value: q.object for q in shapes.quads_for_pattern(head, None, None)}
        member, head = found.get(names.RDF + "first"), found.get(names.RDF + "rest")
        if not isinstance(member, NamedNode) and not (isinstance(member, Literal) and member.datatype == _STRING):
            break
        members.append(member)
    if not members or head != NamedNode(names.RDF + "nil"):
        raise MoonpactError("sh:in is a list of IRIs or plain texts here", where=where)
    return members


def _violators(target: str, path: str, test: str) -> str:
    # violations first: where there are none, nothing is looked up for the target
    return f"{{ SELECT ?focus ?value WHERE {{ {path} {test} }} }} {target}"


def _min_count(target: str, path: str, n: object, parts: Parts) -> str:  # noqa: ARG001
    if _integer(n) == 1:
        return f"{target} MINUS {{ {path} }}"
    return (
        f"{{ SELECT ?focus WHERE {{ {target} OPTIONAL {{ {path} }} }}"
        f" GROUP BY ?focus HAVING (COUNT(DISTINCT ?value) < {_integer(n)}) }}"
    )


def _max_count(target: str, path: str, n: object, parts: Parts) -> str:  # noqa: ARG001
    over = f"GROUP BY ?focus HAVING (COUNT(DISTINCT ?value) > {_integer(n)})"
    return f"{{ SELECT ?focus WHERE {{ {path} }} {over} }} {target}"


def _class(target: str, path: str, cls: object, parts: Parts) -> str:  # noqa: ARG001
    # MINUS looks up every instance of the class, unless it is told of a few nodes only
    few = path if path.startswith("VALUES") else ""
    return _violators(target, path, f"MINUS {{ {few} {_instance('?value', cls)} }}")


def _datatype(target: str, path: str, datatype: object, parts: Parts) -> str:  # noqa: ARG001
    test = f"isLiteral(?value) && DATATYPE(?value) = {datatype}"
    lexical = {
        "integer": " && REGEX(STR(?value), '^[+-]?[0-9]+$')",
        "boolean": " && REGEX(STR(?value), '^(true|false|0|1)$')",
        "date": " && COALESCE(?value <= ?value, false)",
    }.get(datatype.value.removeprefix(names.XSD), "")  # type: ignore[attr-defined]
    return _violators(target, path, f"FILTER (!COALESCE({test}{lexical}, false))")


def _node_kind(target: str, path: str, kind: object, parts: Parts) -> str:  # noqa: ARG001
    wanted = kind.value.removeprefix(SH)  # type: ignore[attr-defined]
    if wanted not in _KINDS:
        raise MoonpactError(f"sh:nodeKind sh:{wanted} is not known here", where="shapes/")
    return _violators(target, path, f"FILTER (!{_KINDS[wanted]})")


def _pattern(target: str, path: str, pattern: object, parts: Parts) -> str:
    flags = parts.get("flags")
    arguments = f"STR(?value), {pattern}" + (f", {flags[0]}" if flags else "")
    return _violators(target, path, f"FILTER (isBlank(?value) || !REGEX({arguments}))")


def _min_inclusive(target: str, path: str, n: object, parts: Parts) -> str:  # noqa: ARG001
    return _violators(target, path, f"FILTER (!COALESCE(?value >= {_integer(n)}, false))")


def _less_than(target: str, path: str, other: object, parts: Parts, operator: str = "<") -> str:  # noqa: ARG001
    bound = f"GRAPH ?otherGraph {{ ?focus {other} ?bound }} FILTER (!COALESCE(?value {operator} ?bound, false))"
    return _violators(target, path, bound)


def _in(target: str, path: str, head: object, parts: Parts) -> str:  # noqa: ARG001
    return _violators(target, path, f"FILTER (!COALESCE(?value IN ({', '.join(map(str, parts['in']))}), false))")


def _has_value(target: str, path: str, value: object, parts: Parts) -> str:  # noqa: ARG001
    if not isinstance(value, NamedNode):
        raise MoonpactError("sh:hasValue names an IRI here", where="shapes/")
    return f"{target} MINUS {{ {path.replace('?value', str(value))} }}"


def _unique_lang(target: str, path: str, flag: object, parts: Parts) -> str:  # noqa: ARG001
    if flag.value != "true":  # type: ignore[attr-defined]
        raise MoonpactError("sh:uniqueLang is true, or left out", where="shapes/")
    return (
        f"{{ SELECT ?focus ?tag WHERE {{ {path} FILTER (isLiteral(?value) && LANG(?value) != '') }}"
        f" GROUP BY ?focus (LANG(?value) AS ?tag) HAVING (COUNT(DISTINCT ?value) > 1) }} {target}"
    )


_VIOLATIONS: dict[str, Callable[[str, str, object, Parts], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "minInclusive": _min_inclusive,
    "lessThan": _less_than,
    "lessThanOrEquals": partial(_less_than, operator="<="),
    "hasValue": _has_value,
    "in": _in,
    "uniqueLang": _unique_lang,
}
