"""Claims to citations: who says it, how, in which source, and the words at the ends of its passages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.evidence import text_fragment
from moonpact.questions import Cell, run
from moonpact.tables import text, visible

_CITED = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX schema: <https://schema.org/>
SELECT ?stance ?speaker ?source ?headline ?publisher ?published ?reliability ?url ?start ?first ?last WHERE {
  VALUES ?claim { %s }
  GRAPH graph:claims {
    ?claim pact:stance ?stance ; pact:source ?source
    OPTIONAL { ?claim pact:speaker ?speaker }
    OPTIONAL { ?source dcterms:publisher ?publisher }
    OPTIONAL { ?source dcterms:issued ?published }
    OPTIONAL { ?source pact:reliability ?reliability }
    OPTIONAL { ?source schema:headline ?headline }
    OPTIONAL { ?source schema:url ?url }
    OPTIONAL { ?claim pact:evidence ?passage . ?passage oa:start ?start ; pact:firstWords ?first
      OPTIONAL { ?passage pact:lastWords ?last } }
  }
} ORDER BY ?start ?first"""


@dataclass(frozen=True)
class Citation:
    """Who says it, how, and where: the source, how far that can be trusted, and the words at the ends of passages."""

    claim: str
    stance: str
    speaker: str
    headline: str
    publisher: str
    published: str
    reliability: str
    url: str
    quotations: list[str]


def cite_claims(store: Store, label: Callable[[str], str], iris: Iterable[str]) -> list[Citation]:
    """Return a citation for each claim among some IRIs, once each and in their order."""
    claims = (iri for iri in dict.fromkeys(iris) if iri.startswith(names.CLAIM))
    return [citation for iri in claims if (citation := _citation(store, label, iri))]


def _citation(store: Store, label: Callable[[str], str], claim: str) -> Citation | None:
    found = run(store, _CITED % NamedNode(claim)).rows
    if not found:
        return None

    def show(cell: Cell) -> str:
        return visible(label(cell.value) if isinstance(cell, NamedNode) else text(cell))

    stance, speaker, source, headline, publisher, published, reliability, url, *_ = found[0]
    ends = [(text(first), text(last)) for *_, first, last in found if first]
    return Citation(
        claim=names.shorten(claim),
        stance=show(stance),
        speaker=show(speaker),
        headline=show(headline) or names.shorten(text(source)),
        publisher=show(publisher),
        published=text(published),
        reliability=show(reliability),
        url=f"{text(url)}{text_fragment(*ends[0])}" if url and ends else text(url),
        quotations=[f"“{visible(first)}{' … ' + visible(last) if last else ''}”" for first, last in ends],
    )
