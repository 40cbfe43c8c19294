"""Why: the claims for and against a fact, the sides of a disagreement, the words of a claim."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Store

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.evidence import Text, text_fragment
from moonpact.questions import Answer, Cell, run
from moonpact.tables import text as plain
from moonpact.tables import visible

_PREFIXES = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
"""


@dataclass(frozen=True)
class Explanation:
    """A heading and the lines below it; parts may have parts."""

    heading: str
    lines: tuple[str, ...] = ()
    parts: tuple["Explanation", ...] = field(default=())

    def render(self, depth: int = 0) -> str:
        """Return indented text, ending in a newline."""
        pad = "  " * depth
        own = f"{pad}{self.heading}\n" + "".join(f"{pad}  {line}\n" for line in self.lines)
        return own + "".join(part.render(depth + 1) for part in self.parts)

    def as_json(self) -> dict[str, object]:
        """Return the same as nested dictionaries."""
        return {
            "heading": self.heading,
            "lines": list(self.lines),
            "parts": [p.as_json() for p in self.parts],
        }


def explain(store: Store, iri: str, label: Callable[[str], str], texts: dict[str, Text]) -> Explanation:
    """Return what the graph knows of an IRI: a fact, a disagreement, a claim, or anything they speak of.

    `texts` (by SHA-256) lets the words of each passage be shown. Raises MoonpactError if the graph does
    not know the IRI.
    """
    try:
        node = NamedNode(iri)
    except ValueError as error:
        raise MoonpactError(f"“{iri}” is no IRI") from error
    teller = _Teller(store, label, texts)
    if next(store.quads_for_pattern(None, None, None, node), None):
        return teller.claim(node)
    kinds = {q.object for q in store.quads_for_pattern(node, NamedNode(names.RDF + "type"), None)}
    if NamedNode(names.PACT + "Fact") in kinds:
        return teller.fact(node)
    if NamedNode(names.PACT + "Disagreement") in kinds:
        return teller.disagreement(node)
    return teller.thing(node)


class _Teller:
    def __init__(self, store: Store, label: Callable[[str], str], texts: dict[str, Text]) -> None:
        self.store, self.label, self.texts = store, label, texts

    def rows(self, body: str) -> Answer:
        return run(self.store, _PREFIXES + body)

    def show(self, cell: Cell) -> str:
        if isinstance(cell, NamedNode):
            return self.label(cell.value)
        return f"“{visible(plain(cell))}”" if isinstance(cell, Literal) else ""

    def sentence(self, *cells: Cell) -> str:
        return " — ".join(self.show(cell) for cell in cells)

    def claim(self, claim: NamedNode) -> Explanation:
        content = self.rows(f"SELECT ?s ?p ?o WHERE {{ GRAPH {claim} {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o").rows
        about = self.rows(f"""SELECT ?stance ?speaker ?source ?from ?to ?issued ?relay ?on ?kind ?origin
          WHERE {{ GRAPH graph:claims {{
          {claim} pact:stance ?stance ; pact:speaker ?speaker ; pact:source ?source ; pact:holdsFrom ?from .
          ?source dcterms:issued ?issued
          OPTIONAL {{ {claim} pact:holdsTo ?to }} OPTIONAL {{ {claim} pact:relayedBy ?relay }}
          OPTIONAL {{ {claim} pact:statedOn ?on }} OPTIONAL {{ ?source pact:reliability ?kind }}
          OPTIONAL {{ ?source pact:originator ?origin }} }} }} ORDER BY ?relay ?on""").rows
        lines = [self.sentence(*row) for row in content]
        for stance, speaker, source, start, end, issued, relay, on, kind, origin in about[:1]:
            by = f"{self.show(speaker)} {self.show(stance)} it"
            by += f", relayed by {self.show(relay)}" if relay else ""
            by += f", on {plain(on)}" if on else ""
            until = "one time" if end == start else plain(end) or "open"
            trust = f" ({self.show(kind)}{' of ' + self.show(origin) if origin else ''})" if kind else ""
            lines.append(f"{by}; in {self.show(source)}{trust}, published {plain(issued)}")
            lines.append(f"holds from {plain(start)}, to {until}")
        return Explanation(f"claim {names.shorten(claim.value)}", (*lines, *self.passages(claim)))

    def passages(self, claim: NamedNode) -> list[str]:
        found = self.rows(f"""SELECT ?start ?end ?first ?last ?url ?digest WHERE {{ GRAPH graph:claims {{
          {claim} pact:evidence ?passage ; pact:source ?source .
          ?passage oa:start ?start ; oa:end ?end ; pact:firstWords ?first .
          OPTIONAL {{ ?passage pact:lastWords ?last }} OPTIONAL {{ ?source schema:url ?url }}
          OPTIONAL {{ ?source pact:textDigest ?digest }} }} }} ORDER BY ?start ?end""").rows
        lines = []
        for start, end, first, last, url, digest in found:
            line = f"characters {plain(start)}–{plain(end)}"
            text = self.texts.get(plain(digest))
            if text:
                words = text.content[int(plain(start)) : int(plain(end))]
                line += f": “{visible(' '.join(words.split()))}”"
            else:
                line += f": “{visible(plain(first))}{' … ' + visible(plain(last)) if last else ''}”"
            if url:
                line += f" {plain(url)}{text_fragment(plain(first), plain(last))}"
            lines.append(line)
        return lines

    def fact(self, fact: NamedNode) -> Explanation:
        row = self.rows(f"""SELECT ?s ?p ?o ?rule ?support WHERE {{ GRAPH graph:facts {{ {fact} rdf:subject ?s ;
          rdf:predicate ?p ; rdf:object ?o ; pact:citesRule ?rule ; pact:support ?support }} }}""").rows[0]
        parts = [self.group(fact, "supportedBy", "for it"), self.group(fact, "opposedBy", "against it")]
        return Explanation(
            f"fact: {self.sentence(*row[:3])}",
            (f"derived by the rule “{self.show(row[3])}”; {self.show(row[4])}", fact.value),
            tuple(part for part in parts if part.parts),
        )

    def group(self, node: NamedNode, predicate: str, heading: str) -> Explanation:
        claims = self.rows(f"SELECT DISTINCT ?c WHERE {{ GRAPH ?g {{ {node} pact:{predicate} ?c }} }} ORDER BY ?c").rows
        return Explanation(heading, (), tuple(self.claim(c) for (c,) in claims if isinstance(c, NamedNode)))

    def disagreement(self, node: NamedNode) -> Explanation:
        about, predicate, kind, rule, settled = self.rows(f"""SELECT ?about ?p ?kind ?rule (SAMPLE(?by) AS ?settled)
          WHERE {{ GRAPH graph:disagreements {{ {node} pact:about ?about ; rdf:predicate ?p ;
          pact:kind ?kind ; pact:citesRule ?rule .
          OPTIONAL {{ {node} pact:settledBy ?by }} }} }} GROUP BY ?about ?p ?kind ?rule""").rows[0]
        how = f"settled by {self.show(settled)}" if settled else "open"
        return Explanation(
            f"disagreement: {self.sentence(about, predicate)} ({self.show(kind)}, {how})",
            (f"found by the rule “{self.show(rule)}”", node.value),
            (self.group(node, "side", "sides"),),
        )

    def thing(self, node: NamedNode) -> Explanation:
        facts = self.rows(f"""SELECT ?f WHERE {{ GRAPH graph:facts {{ ?f a pact:Fact ; ?end {node}
          FILTER (?end IN (rdf:subject, rdf:object)) }} }} ORDER BY ?f""").rows
        disagreements = self.rows(
            f"SELECT ?d WHERE {{ GRAPH graph:disagreements {{ ?d pact:about {node} }} }} ORDER BY ?d"
        ).rows
        claims = self.rows(f"""SELECT DISTINCT ?c WHERE {{ GRAPH graph:claims {{ ?c a pact:Claim }}
          GRAPH ?c {{ ?s ?p ?o FILTER (?s = {node} || ?o = {node}) }} }} ORDER BY ?c""").rows
        groups = (
            Explanation(
                "disagreements",
                (),
                tuple(self.disagreement(d) for (d,) in disagreements if isinstance(d, NamedNode)),
            ),
            Explanation("facts", (), tuple(self.fact(f) for (f,) in facts if isinstance(f, NamedNode))),
            Explanation("claims", (), tuple(self.claim(c) for (c,) in claims if isinstance(c, NamedNode))),
        )
        found = tuple(group for group in groups if group.parts)
        if not found:
            raise MoonpactError(
                f"the graph says nothing of {names.shorten(node.value)}",
                remedy="Give a fact, a disagreement, a claim or an entity, such as accession:turkiye-ilrs.",
            )
        return Explanation(f"{self.show(node)} ({names.shorten(node.value)})", (), found)


def find_iri(name: str, kinds: set[str]) -> str:
    """Return the IRI that a user means: an IRI, a prefixed name, or a name of a fact or disagreement."""
    try:
        return names.expand(name, kinds | {"fact", "disagreement", "date", "article", "passage", "image"})
    except ValueError as error:
        raise MoonpactError(str(error), remedy="Example: moonpact explain accession:turkiye-ilrs") from error
