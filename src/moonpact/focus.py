"""What a check of some files has to look at, so that it finds in them what a check of everything finds there."""

from collections.abc import Collection
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from moonpact.constraints import SH
from moonpact.errors import MoonpactError
from moonpact.neighbourhood import (
    CLAIMS,
    ENTITIES,
    EVIDENCE,
    IDENTIFIERS,
    INSTRUMENT,
    LABEL,
    OF_STATE,
    ONTOLOGY,
    PART_OF,
    PARTY,
    TYPE,
    Dataset,
    Neighbourhood,
    Term,
    is_content,
)  # fmt: skip
from moonpact.reach import rules_are_known
from moonpact.shapes import read_shapes


def reach_is_known(root: Path, quads: Collection[Quad]) -> bool:
    """Tell whether `focus` knows all that the rules look at; otherwise a check has to look at everything.

    So it has to for a change of the ontology, for rules that are not known here, and for shapes that cannot be read.
    """
    try:
        read_shapes(root)
    except MoonpactError:
        return False
    return rules_are_known(root) and not any(quad.graph_name == ONTOLOGY for quad in quads)


def focus(data: Dataset, quads: Collection[Quad], shapes: Store) -> Neighbourhood:
    """Return the closed neighbourhood of what some files of a dataset hold, as a check of them needs it.

    Findings that stand in these files, or on what is derived from them, are the same there and in the whole dataset.
    """
    area = Neighbourhood(data)
    described = {quad.subject for quad in quads if quad.predicate == TYPE or not is_content(quad)}
    for subject in described:
        area.ask(subject)
        for quad in data.quads(subject):
            area.describe(quad.object)
        for said in data.quads(graph=subject):
            area.ask(said.subject, said.predicate, said.object)
    for quad in quads:
        area.quads.add(quad)
        area.describe(quad.subject)
        area.describe(quad.object)
        area.describe(quad.graph_name)
        if is_content(quad):
            area.say(quad)
    _add_related_properties(area, quads, described, shapes)
    _add_spans(area, quads)
    _add_namesakes(area, quads, described)
    _add_users(area, quads)
    _add_parties_of_instruments(area, quads)
    area.close()
    return area


def _add_related_properties(
    area: Neighbourhood, quads: Collection[Quad], described: Collection[Term], shapes: Store
) -> None:
    """Add all values of the properties that a shape looks at together, where a file has one of them."""
    related: dict[Term, set[Term]] = {}
    named = [NamedNode(SH + name) for name in ("targetSubjectsOf", "path", "lessThan", "lessThanOrEquals")]
    for shape in {quad.subject for quad in shapes.quads_for_pattern(None, named[0], None)}:
        together = {q.object for name in named for q in shapes.quads_for_pattern(shape, name, None)}
        for property_ in together:
            related.setdefault(property_, set()).update(together)
    for quad in quads:
        for other in related.get(quad.predicate, ()):
            area.ask(quad.subject, other)
    for inverse in shapes.quads_for_pattern(None, NamedNode(SH + "inversePath"), None):
        for subject in described:
            for quad in area.data.quads(None, inverse.object, subject):
                area.add(quad)


def _add_spans(area: Neighbourhood, quads: Collection[Quad]) -> None:
    """Add all spans of the sources from which the files have passages or evidence."""
    passages = {quad.object for quad in quads if quad.predicate == EVIDENCE}
    parts = [quad for quad in quads if quad.predicate == PART_OF]
    parts += [quad for passage in passages for quad in area.data.quads(passage, PART_OF, None, CLAIMS)]
    for source in {quad.object for quad in parts}:
        for quad in area.data.quads(None, PART_OF, source, CLAIMS):
            area.describe(quad.subject)


def _add_namesakes(area: Neighbourhood, quads: Collection[Quad], described: Collection[Term]) -> None:
    """Add what shares an identifier with something in the files, or a label but for its case."""
    identified = [quad for quad in quads if quad.predicate in IDENTIFIERS]
    identified += [quad for node in described for name in IDENTIFIERS for quad in area.data.quads(node, name)]
    for predicate, value in {(quad.predicate, quad.object) for quad in identified}:
        for quad in area.data.quads(None, predicate, value):
            area.add(quad)
    labels = {_folded(quad) for quad in quads if quad.predicate == LABEL and quad.graph_name == ENTITIES}
    if labels:
        for quad in area.data.quads(None, LABEL, None, ENTITIES):
            if _folded(quad) in labels:
                area.describe(quad.subject)


def _folded(quad: Quad) -> str:
    return quad.object.value.lower() if isinstance(quad.object, Literal) else ""


def _add_users(area: Neighbourhood, quads: Collection[Quad]) -> None:
    """Add one quad that speaks of each entity in the files, if there is any."""
    for entity in {quad.subject for quad in quads if quad.graph_name == ENTITIES}:
        for quad in area.data.quads(None, None, entity):
            area.add(quad)
            break


def _add_parties_of_instruments(area: Neighbourhood, quads: Collection[Quad]) -> None:
    """Add the parties of each instrument by which a state accedes, if they are that state or bodies of it."""
    for quad in quads:
        if quad.predicate == INSTRUMENT:
            states = {party.object for party in area.data.quads(quad.subject, PARTY, None, ENTITIES)}
            for state in states:
                area.describe(state)
            for party in area.data.quads(quad.object, PARTY):
                of = {q.object for q in area.data.quads(party.object, OF_STATE, None, ENTITIES)} | {party.object}
                if not states.isdisjoint(of):
                    area.add(party)
