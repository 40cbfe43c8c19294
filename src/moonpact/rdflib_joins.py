"""Two operators of rdflib's SPARQL by index: it compares every row of a join with every other, and opens every graph.

Parsing, algebra, expressions, paths, optional parts, grouping and order remain rdflib's own. Plugged in where rdflib
provides for it (`rdflib.plugins.sparql.CUSTOM_EVALS`), as a function of the context and the part of the query; with
NotImplementedError it leaves a part to rdflib.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from rdflib.graph import Dataset
from rdflib.plugins.sparql import CUSTOM_EVALS
from rdflib.plugins.sparql.evaluate import evalPart
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import QueryContext
from rdflib.term import Node


def install() -> None:
    """Plug both operators into rdflib, for this process."""
    CUSTOM_EVALS["join"] = join_by_value
    CUSTOM_EVALS["graph"] = graphs_with_a_match


def join_by_value(ctx: QueryContext, part: CompValue) -> Iterable[Any]:
    """Return the rows of a join, found by the values of the variables that both sides bind."""
    if part.name != "Join" or part.lazy:
        raise NotImplementedError
    left = list(evalPart(ctx, part.p1))
    right = set(evalPart(ctx, part.p2)) if left else set()
    # rows of one side can bind different variables
    kinds: dict[frozenset[str], list[Any]] = defaultdict(list)
    for row in right:
        kinds[frozenset(row)].append(row)
    return (row.merge(other) for row, others in _meetings(left, kinds) for other in others)


def _meetings(left: list[Any], kinds: dict[frozenset[str], list[Any]]) -> Iterator[tuple[Any, list[Any]]]:
    indexes: dict[tuple[frozenset[str], tuple[str, ...]], dict[tuple[Node, ...], list[Any]]] = {}
    for row in left:
        for bound, others in kinds.items():
            shared = tuple(sorted(bound.intersection(row)))
            if (bound, shared) not in indexes:
                index = indexes[bound, shared] = defaultdict(list)
                for other in others:
                    index[tuple(other[name] for name in shared)].append(other)
            yield row, indexes[bound, shared].get(tuple(row[name] for name in shared), [])


def graphs_with_a_match(ctx: QueryContext, part: CompValue) -> Iterable[Any]:
    """Return the rows of `GRAPH ?unbound { ... }`, from the graphs that hold a match of its first triple pattern."""
    # the quads of a ConjunctiveGraph hold graphs, not the IRIs of graphs
    if part.name != "Graph" or ctx[part.term] is not None or not isinstance(ctx.dataset, Dataset):
        raise NotImplementedError
    first = part.p
    while first.name in {"Extend", "Filter", "Join", "LeftJoin"}:
        first = first.p if first.name in {"Extend", "Filter"} else first.p1
    if first.name != "BGP" or not first.triples or not isinstance(first.triples[0][1], Node):
        raise NotImplementedError
    return _rows_of_graphs(ctx, part, tuple(ctx[term] for term in first.triples[0]))


def _rows_of_graphs(ctx: QueryContext, part: CompValue, pattern: tuple[Any, ...]) -> Iterator[Any]:
    dataset: Any = ctx.dataset
    found = {quad[3] for quad in dataset.quads((*pattern, None))}
    for name in found - {None, dataset.default_context.identifier}:
        inner = ctx.pushGraph(dataset.get_context(name)).push()
        inner[part.term] = name
        for row in evalPart(inner, part.p):
            row.ctx.graph = ctx.graph
            yield row
