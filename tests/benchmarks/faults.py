"""Faults for a made-up world: a share of its statements dropped, doubled, exchanged or misspelt, the same for a seed."""

import random
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from moonpact import names

_ONTOLOGY = NamedNode(names.ONTOLOGY_GRAPH)
_INTEGER = NamedNode(names.XSD + "integer")


def with_faults(quads: Iterable[Quad], share: float = 0.005, seed: int = 8) -> Iterator[Quad]:
    """Yield quads of which about `share` are broken; the ontology stays as it is."""
    draw = random.Random(seed)
    earlier = NamedNode(names.PACT + "Claim")
    for quad in quads:
        if quad.graph_name == _ONTOLOGY or draw.random() >= share:
            yield quad
        else:
            yield from _broken(quad, earlier, draw)
        if isinstance(quad.object, NamedNode):
            earlier = quad.object


def _broken(quad: Quad, earlier: NamedNode, draw: random.Random) -> list[Quad]:
    """Return nothing, or the quad with another value, or beside it: of another thing, kind or form."""
    value = quad.object
    words = value.value if isinstance(value, Literal) else "words"
    others = (earlier, NamedNode(names.ID + "topic/nobody-described"), Literal("two  spaces"), Literal(words),
              Literal(words, language="en"), Literal(-1), Literal("1x", datatype=_INTEGER),
              Literal("soon", datatype=NamedNode(names.EDTF)))  # fmt: skip
    other = Quad(quad.subject, quad.predicate, draw.choice(others), quad.graph_name)
    return draw.choice(([], [other], [quad, other]))
