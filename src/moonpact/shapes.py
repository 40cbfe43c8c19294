"""SHACL shapes to SPARQL: exactly the part of SHACL that our shapes use; anything else is refused.

Each constraint of each property shape becomes one SELECT of its violations (`?focus`, `?value`). It reads
named graphs only, so that it means the same on every SPARQL 1.1 engine. Definitions follow the
W3C Recommendation “Shapes Constraint Language (SHACL)” of 20 July 2017, section 2; the test suite
holds the findings to those of pySHACL.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from moonpact import names
from moonpact.constraints import BODIES, SH, TESTS, Parts, Term, instance, violators
from moonpact.errors import MoonpactError

_META = {"path", "message", "severity", "name", "description", "order", "group", "flags"}
_KNOWN = TESTS.keys() | BODIES.keys()
_TARGETS = {"targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode"}
_STRING = NamedNode(names.XSD + "string")


@dataclass(frozen=True)
class Rule:
    """One constraint of one shape: what it is called, what to say, and the query of its violations.

    `predicate` is that of the path, `target_predicate` that by which focus nodes are found. `targets` and `path`
    are patterns of ?focus, and of ?focus and ?value; `test` is what a test of single values puts behind the path.
    """

    shape: str
    component: str
    message: str
    severity: str
    predicate: str
    query: str
    targets: str
    target_predicate: str
    path: str
    argument: str
    test: str


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


def compile_shapes(shapes: Store, ontology: Store | None = None) -> list[Rule]:
    """Return the rules of a shapes graph, in the order of their names.

    With `ontology`, a store that holds the ontology's graph, target classes and paths must be terms of it.

    Raises MoonpactError for a term, target or path that this compiler does not know, and for a shape
    without target, message or constraint: a check that would silently check nothing is an error.
    """
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
        rules += _compile_shape(shapes, subject)
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
        used = {quad.object: quad.subject for quad in shapes.quads_for_pattern(None, NamedNode(SH + name), None)}
        for term, shape in used.items():
            if isinstance(term, NamedNode) and not term.value.startswith(meta):
                types = ontology.quads_for_pattern(term, NamedNode(names.RDF + "type"), None, graph)
                if not any((q.object == NamedNode(meta + "Class")) == (kind == "class") for q in types):
                    raise MoonpactError(
                        f"{names.shorten(term.value)} is no {kind} of the ontology",
                        where=str(shape),
                        remedy="Correct the name, or declare the term in ontology/.",
                    )


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


def _compile_shape(shapes: Store, shape: NamedNode) -> Iterator[Rule]:
    parts, where = _parts(shapes, shape), shape.value
    components = sorted(parts.keys() - _META - _TARGETS)
    unknown = [name for name in components if name not in _KNOWN]
    if unknown:
        raise MoonpactError(
            f"sh:{unknown[0]} is not known here",
            where=where,
            remedy=f"Known constraints: {', '.join('sh:' + n for n in sorted(_KNOWN))}.",
        )
    for needed in ("path", "message"):
        if len(parts.get(needed, [])) != 1:
            raise MoonpactError(f"has not exactly one sh:{needed}", where=where)
    if not components:
        raise MoonpactError("has no constraint", where=where, remedy="Add one, or remove the shape.")
    target = _target(parts, where)
    predicate, path = _path(shapes, parts["path"][0], where)
    triples = [*parts.get("targetSubjectsOf", []), *parts.get("targetObjectsOf", [])]
    target_predicate = triples[0].value if triples else names.RDF + "type"
    severity = parts.get("severity", [NamedNode(SH + "Violation")])[0].value.removeprefix(SH)
    message = parts["message"][0].value
    for name in components:
        for argument in parts[name]:
            if name == "in":
                parts["in"] = _members(shapes, argument, where)
            test = TESTS[name](argument, parts) if name in TESTS else ""
            body = violators(target, path, test) if test else BODIES[name](target, path, argument)
            query = f"SELECT DISTINCT ?focus ?value WHERE {{ {body} }} ORDER BY ?focus ?value"
            yield Rule(
                shape.value, name, message, severity, predicate, query, target, target_predicate, path,
                argument.value, test,
            )  # fmt: skip


def _target(parts: Parts, where: str) -> str:
    branches = []
    for name in sorted(_TARGETS & parts.keys()):
        for term in parts[name]:
            if name == "targetClass":
                branches.append(instance("?focus", term))
            elif name == "targetSubjectsOf":
                branches.append(f"GRAPH ?targetGraph {{ ?focus {term} ?targetObject }}")
            elif name == "targetObjectsOf":
                branches.append(f"GRAPH ?targetGraph {{ ?targetSubject {term} ?focus }}")
            else:
                branches.append(f"VALUES ?focus {{ {term} }}")
    if not branches:
        raise MoonpactError("has no target", where=where, remedy="Add sh:targetClass or another target.")
    return " UNION ".join(f"{{ {b} }}" for b in branches) if len(branches) > 1 else branches[0]


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


def _members(shapes: Store, head: object, where: str) -> list[Term]:
    """Return the members of an RDF list. Raises MoonpactError if it has none, or any that engines compare by value."""
    members: list[Term] = []
    while isinstance(head, BlankNode):
        found = {q.predicate.value: q.object for q in shapes.quads_for_pattern(head, None, None)}
        member, head = found.get(names.RDF + "first"), found.get(names.RDF + "rest")
        if not isinstance(member, NamedNode) and not (isinstance(member, Literal) and member.datatype == _STRING):
            break
        members.append(member)
    if not members or head != NamedNode(names.RDF + "nil"):
        raise MoonpactError("sh:in is a list of IRIs or plain texts here", where=where)
    return members
