"""The claims in other forms that say the same: RDF 1.2 reifiers, and nanopublications."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from moonpact import exports, names
from moonpact.site.linked_data import prefixes_of, trig_of

_NP = "http://www.nanopub.org/nschema#"
_PROV = "http://www.w3.org/ns/prov#"
_REIFIES = NamedNode(names.RDF + "reifies")
_TYPE = NamedNode(names.RDF + "type")
_CLAIMS = NamedNode(names.CLAIMS_GRAPH)
_SOURCE, _STANCE = NamedNode(names.PACT + "source"), NamedNode(names.PACT + "stance")
_ASSERTS = NamedNode(names.PACT + "asserts")


def claims_of(store: Store) -> list[NamedNode]:
    """Return the claims of a store, in order."""
    found = store.quads_for_pattern(None, _TYPE, NamedNode(names.PACT + "Claim"), _CLAIMS)
    return sorted((q.subject for q in found if isinstance(q.subject, NamedNode)), key=str)


def reifiers(store: Store) -> bytes:
    """Return the claims as Turtle 1.2: each claim reifies the triples of its graph, and quotes them unasserted."""
    triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, _CLAIMS)]
    for claim in claims_of(store):
        triples += [Triple(claim, _REIFIES, quad.triple) for quad in store.quads_for_pattern(None, None, None, claim)]
    triples.sort(key=str)
    plain = (triple for triple in triples if not isinstance(triple.object, Triple))
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes_of(plain, exports.prefixes(store))) or b""


def nanopublications(store: Store) -> bytes:
    """Return all claims as nanopublications, one after the other, as TriG."""
    quads = [quad for claim in claims_of(store) for quad in _nanopublication(store, claim)]
    return trig_of(quads, _prefixes(store))


def nanopublication(store: Store, claim: str, prefixes: dict[str, str]) -> bytes:
    """Return one claim as a nanopublication: head, assertion, provenance and publication info, as TriG."""
    return trig_of(_nanopublication(store, NamedNode(claim)), prefixes | _more_prefixes())


def _prefixes(store: Store) -> dict[str, str]:
    return exports.prefixes(store) | _more_prefixes()


def _more_prefixes() -> dict[str, str]:
    return {"np": _NP}


def _nanopublication(store: Store, claim: NamedNode) -> Iterator[Quad]:
    """Yield the four graphs of a nanopublication, whose IRI is the claim's with the fragment `nanopub`.

    What a source asserts is the assertion, in the claim's own graph. What it denies, plans, hopes or passes on is
    not: there the assertion is that the claim has these triples as statements, reified.
    """
    publication, head, provenance, info = (
        NamedNode(f"{claim.value}#{part}") for part in ("nanopub", "head", "provenance", "pubinfo")
    )
    about = list(store.quads_for_pattern(claim, None, None, _CLAIMS))
    content = [quad.triple for quad in store.quads_for_pattern(None, None, None, claim)]
    asserted = any(quad.predicate == _STANCE and quad.object == _ASSERTS for quad in about)
    assertion = claim if asserted else NamedNode(f"{claim.value}#assertion")
    np = {name: NamedNode(_NP + name) for name in (
        "Nanopublication", "hasAssertion", "hasProvenance", "hasPublicationInfo",
    )}  # fmt: skip
    yield Quad(publication, _TYPE, np["Nanopublication"], head)
    yield Quad(publication, np["hasAssertion"], assertion, head)
    yield Quad(publication, np["hasProvenance"], provenance, head)
    yield Quad(publication, np["hasPublicationInfo"], info, head)
    yield from (
        Quad(t.subject, t.predicate, t.object, assertion) for t in (content if asserted else _reified(claim, content))
    )
    derived = NamedNode(_PROV + "wasDerivedFrom")
    yield from (Quad(assertion, derived, quad.object, provenance) for quad in about if quad.predicate == _SOURCE)
    yield from (Quad(quad.subject, quad.predicate, quad.object, provenance) for quad in about)
    yield Quad(publication, NamedNode("http://purl.org/dc/terms/license"), NamedNode(names.LICENCE), info)
    yield Quad(publication, NamedNode("http://purl.org/dc/terms/creator"), NamedNode(names.REPOSITORY), info)


def _reified(claim: NamedNode, content: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples of a claim as RDF 1.1 statements, numbered in order."""
    for number, triple in enumerate(sorted(content, key=str), 1):
        statement = NamedNode(f"{claim.value}#statement-{number}")
        yield Triple(statement, _TYPE, NamedNode(names.RDF + "Statement"))
        for part in ("subject", "predicate", "object"):
            yield Triple(statement, NamedNode(names.RDF + part), getattr(triple, part))
