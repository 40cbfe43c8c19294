"""Each IRI's own files: the triples of which it is the subject, and what facts and entities say of it."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from moonpact import exports, names
from moonpact.site.addresses import path_of
from moonpact.tables import text

SUFFIXES = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
}
# graphs whose triples are told of their object too: what an entity is, and what is so
_TOLD_OF_BOTH = {names.FACTS_GRAPH, names.ENTITIES_GRAPH}


def descriptions(store: Store) -> dict[str, set[Triple]]:
    """Return the triples that describe each document of the site, by the path of its files.

    A document describes the IRIs that share its path: the triples with one of them as subject in any graph but
    those of the claims, whose content is quoted and not asserted, and the triples of facts and entities with it
    as object. The document of a named graph holds that graph.
    """
    found: dict[str, set[Triple]] = defaultdict(set)
    for quad in store:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else text(quad.graph_name)
        if graph.startswith(names.CLAIM):
            continue
        told = [text(quad.subject), graph]
        if graph in _TOLD_OF_BOTH and isinstance(quad.object, NamedNode) and not is_term(quad.object.value):
            told.append(quad.object.value)
        for iri in told:
            path = path_of(iri)
            if path:
                found[path].add(quad.triple)
    return found


def claim_quads(store: Store, claim: str) -> list[Quad]:
    """Return the quads of a claim: its named graph, and what is said of it."""
    node = NamedNode(claim)
    about = store.quads_for_pattern(node, None, None, NamedNode(names.CLAIMS_GRAPH))
    return [*store.quads_for_pattern(None, None, None, node), *about]


def is_term(iri: str) -> bool:
    """Tell whether an IRI is a term of the ontology, all of which one document describes."""
    return iri.startswith(names.PACT) or iri == names.ONTOLOGY_GRAPH


def files_of(path: str, triples: Iterable[Triple], prefixes: dict[str, str]) -> dict[str, bytes]:
    """Return the Turtle, JSON-LD and N-Triples files of one document, which say the same."""
    ordered = sorted(triples, key=str)
    used = prefixes_of(ordered, prefixes)
    lines = serialize(ordered, format=RdfFormat.N_TRIPLES) or b""
    return {
        f"{path}.ttl": exports.turtle_of(ordered, used),
        f"{path}.jsonld": exports.json_ld_of(ordered, used),
        f"{path}.nt": lines,
    }


def trig_of(quads: Iterable[Quad], prefixes: dict[str, str]) -> bytes:
    """Return quads as TriG, in sorted order, with the prefixes that they use."""
    ordered = sorted(quads, key=str)
    used = prefixes_of((quad.triple for quad in ordered), prefixes)
    return serialize(ordered, format=RdfFormat.TRIG, prefixes=used) or b""


def prefixes_of(triples: Iterable[Triple], prefixes: dict[str, str]) -> dict[str, str]:
    """Return those of the project's prefixes that the triples use."""
    used = set()
    for triple in triples:
        for term in (triple.subject, triple.predicate, triple.object):
            iri = term.datatype.value if isinstance(term, Literal) else text(term)
            used.add(iri[: max(iri.rfind("/"), iri.rfind("#")) + 1])
    return {prefix: space for prefix, space in prefixes.items() if space in used}
