"""The neighbourhood of some quads: the part of a dataset that suffices to derive anew what they can affect.

Facts and disagreements hang together by keys, not by articles: what claims say of one subject with one property, and
with one value where nothing compares two values. A neighbourhood is closed: if it holds a statement under a key, it
holds all statements under that key, with their claims, sources and voices. So whatever the rules derive from it, they
derive from the whole dataset too, and for its keys nothing is missing. What hangs together follows what the rules
look at (reach.py). Everything is looked up by its key in the store: the cost follows the number of statements under
the keys, and not the size of the dataset.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from pyoxigraph import Literal, NamedNode, Quad, Store

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.load import DERIVED_OR_COMPUTED

Term = object
Key = tuple[Term, Term | None, Term | None]

ONTOLOGY, CLAIMS, ENTITIES, RULINGS = (
    NamedNode(g) for g in (names.ONTOLOGY_GRAPH, names.CLAIMS_GRAPH, names.ENTITIES_GRAPH, names.RULINGS_GRAPH)
)
_SHARED = (CLAIMS, ENTITIES, RULINGS)
_DERIVED = {NamedNode(graph) for graph in DERIVED_OR_COMPUTED} - {ONTOLOGY}


def _pact(name: str) -> NamedNode:
    return NamedNode(names.PACT + name)


TYPE, _PREDICATE = NamedNode(names.RDF + "type"), NamedNode(names.RDF + "predicate")
LABEL = NamedNode(names.LABEL)
PUBLISHER, PART_OF = (NamedNode(names.VOCABULARIES["dcterms"] + name) for name in ("publisher", "isPartOf"))
_MEMBER_OF = NamedNode(names.VOCABULARIES["org"] + "memberOf")
_SCHEMA = names.VOCABULARIES["schema"]
IDENTIFIERS = {_pact("iso3166"), NamedNode(_SCHEMA + "url"), NamedNode(names.VOCABULARIES["skos"] + "exactMatch")}
# a dispute over one of these withholds other facts on the subject
_WITHHOLDING = (_pact("stage"), *(NamedNode(_SCHEMA + name) for name in ("value", "minValue", "maxValue")))
_DENIES, _SIGNATURE = _pact("denies"), _pact("signature")
SOURCE, _STANCE, _ORIGINATOR, EVIDENCE = map(_pact, ("source", "stance", "originator", "evidence"))
PARTY, _COALITION, _UNDERTAKING, OF_STATE = map(_pact, ("party", "coalition", "undertaking", "ofState"))
_LISTS, _EXHAUSTIVE, INSTRUMENT = map(_pact, ("lists", "exhaustive", "instrument"))
_ABOUT, _SIDE, _PREFERS = map(_pact, ("about", "side", "prefers"))


@contextmanager
def damage_told() -> Iterator[None]:
    """Raise a MoonpactError for what RocksDB says of files that are not as it wrote them."""
    try:
        yield
    except RuntimeError as error:
        if not str(error).startswith("Corruption"):
            raise
        remedy = "Fill it anew: “moonpact load --location DIR --replace”."
        raise MoonpactError(f"the store is damaged: {error}", remedy=remedy) from error


class Dataset:
    """What is written in some stores, taken together: ontology, entities, claims with their content, rulings."""

    def __init__(self, *stores: Store) -> None:
        """Look into these stores, which are not changed."""
        self._stores = stores

    def quads(
        self, subject: Term = None, predicate: Term = None, value: Term = None, graph: Term = None
    ) -> Iterator[Quad]:
        """Yield the quads of a pattern; None stands for any term, and what is derived is left out."""
        if isinstance(subject, Literal) or not (graph is None or isinstance(graph, NamedNode)):
            return
        for store in self._stores:
            with damage_told():
                for quad in store.quads_for_pattern(subject, predicate, value, graph):  # type: ignore[arg-type]
                    if quad.graph_name not in _DERIVED:
                        yield quad

    def content(self, subject: Term = None, predicate: Term = None, value: Term = None) -> Iterator[Quad]:
        """Yield the quads of a pattern that stand in the graphs of claims."""
        return (quad for quad in self.quads(subject, predicate, value) if is_content(quad))


def is_content(quad: Quad) -> bool:
    """Tell whether a quad is what a claim says, and no description."""
    return quad.graph_name not in _SHARED and quad.graph_name != ONTOLOGY


class Neighbourhood:
    """The quads that belong to some keys of a dataset; what is added is closed by `close`."""

    def __init__(self, data: Dataset) -> None:
        """Begin with nothing but the ontology."""
        self.data = data
        self.quads: set[Quad] = set(data.quads(graph=ONTOLOGY))
        # values of a property are compared with each other, or give one date together
        self._together = {q.subject for q in self.quads if q.predicate == _pact("conflictRule")} | {_pact("through")}
        self._described: set[Term] = set()
        self._asked: set[Key] = set()
        self.closed: set[Key] = set()
        self._withheld: dict[Term, bool] = {}
        self._open: list[Key] = []

    def add(self, quad: Quad) -> None:
        """Add a quad with all that stands under its key, or with the whole description to which it belongs."""
        if is_content(quad):
            self.ask(quad.subject, quad.predicate, quad.object)
        else:
            self.describe(quad.subject)

    def ask(self, subject: Term, predicate: Term | None = None, value: Term | None = None) -> None:
        """Add what claims say of a subject, or only with a property, or only with a property and value."""
        key = (subject, predicate, value)
        if self._asked.isdisjoint({key, (subject, None, None)}):
            self._asked.add(key)
            self._open.append(key)

    def describe(self, node: Term) -> None:
        """Add the description of a claim with its source and voice, of a source, a passage, an entity or a ruling."""
        if node is None or node in self._described or isinstance(node, Literal):
            return
        self._described.add(node)
        for graph in _SHARED:
            for quad in self.data.quads(node, graph=graph):
                self.quads.add(quad)
                if quad.predicate in {SOURCE, PUBLISHER, _ORIGINATOR}:
                    self.describe(quad.object)
                elif quad.predicate == _ABOUT and graph == RULINGS:
                    self._add_ruling(node)
        for quad in self.data.content(node, TYPE):
            self.ask(node, TYPE, quad.object)

    def _add_ruling(self, ruling: Term) -> None:
        rows = list(self.data.quads(ruling, graph=RULINGS))
        for quad in rows:
            if quad.predicate in {_SIDE, _PREFERS}:
                self.describe(quad.object)
        for about in rows:
            for named in rows:
                if about.predicate == _ABOUT and named.predicate == _PREDICATE:
                    self.ask(about.object, named.object)

    def affect(self, quads: Collection[Quad]) -> None:
        """Add the keys whose facts and disagreements can change with these quads, and what describes them."""
        for node, graph in {(q.subject, None if is_content(q) else q.graph_name) for q in quads}:
            self.describe(node)
            if graph == CLAIMS:
                self._affect_claims(node)
            elif graph == ENTITIES:
                self.ask(node)
                self._affect_accessions(node)
                for accession in self.data.quads(None, PARTY, node, ENTITIES):
                    self.ask(accession.subject)
                for source in self.data.quads(None, _ORIGINATOR, node, CLAIMS):
                    self._affect_claims(source.subject)
        for quad in filter(is_content, quads):
            self.say(quad)

    def _affect_claims(self, node: Term) -> None:
        """Add what a claim says, or the claims of a source, and the rulings that name them."""
        claims = [node, *(quad.subject for quad in self.data.quads(None, SOURCE, node, CLAIMS))]
        for claim in claims:
            self.describe(claim)
            for quad in self.data.quads(graph=claim):
                self.say(quad)
            for predicate in (_SIDE, _PREFERS):
                for ruling in self.data.quads(None, predicate, claim, RULINGS):
                    self.describe(ruling.subject)

    def say(self, quad: Quad) -> None:
        """Add the keys that a claim affects by saying this."""
        self.ask(quad.subject, quad.predicate, quad.object)
        if quad.predicate == _LISTS:
            self.ask(quad.object)
        elif quad.predicate == _EXHAUSTIVE:
            self._affect_accessions(quad.subject)

    def _affect_accessions(self, published: Term) -> None:
        """Add the accessions to which a list that claims to be whole does not speak, and those that it lists."""
        if any(self.data.content(published, _EXHAUSTIVE)):
            for coalition in self.data.quads(published, _UNDERTAKING, None, ENTITIES):
                for accession in self.data.quads(None, _COALITION, coalition.object, ENTITIES):
                    if any(self.data.content(accession.subject, _WITHHOLDING[0], _SIGNATURE)):
                        self.ask(accession.subject)

    def close(self) -> None:
        """Add whatever hangs together with the keys so far, until nothing is missing."""
        while self._open:
            key = self._widened(*self._open.pop())
            subject, predicate, _ = key
            if self.closed.isdisjoint({key, (subject, predicate, None), (subject, None, None)}):
                self.closed.add(key)
                self._add(*key)

    def _widened(self, subject: Term, predicate: Term | None, value: Term | None) -> Key:
        """Return the key under which all statements are that decide together what becomes a fact."""
        if predicate is None or self._is_withheld(subject):
            return subject, None, None
        if value is None or predicate in self._together or self._is_denied(subject, predicate, value):
            return subject, predicate, None
        if any(any(self.data.quads(ruling, _PREDICATE, predicate)) for ruling in self._rulings(subject)):
            return subject, predicate, None
        return subject, predicate, value

    def _is_withheld(self, subject: Term) -> bool:
        """Tell whether a dispute over one property of a subject can withhold facts on others."""
        if subject not in self._withheld:
            said = (any(self.data.content(subject, property_)) for property_ in _WITHHOLDING)
            ruled = (
                any(self.data.quads(ruling, _PREDICATE, property_))
                for ruling in self._rulings(subject)
                for property_ in _WITHHOLDING
            )
            self._withheld[subject] = any(said) or any(ruled)
        return self._withheld[subject]

    def _rulings(self, subject: Term) -> list[Term]:
        return [quad.subject for quad in self.data.quads(None, _ABOUT, subject, RULINGS)]

    def _is_denied(self, subject: Term, predicate: Term, value: Term | None) -> bool:
        """Tell whether a claim denies the value, or another one that a claim of this value gives too."""
        claims = {quad.graph_name for quad in self.data.content(subject, predicate, value)}
        values = {q.object for claim in claims for q in self.data.quads(subject, predicate, None, claim)}
        claims |= {q.graph_name for other in values - {value} for q in self.data.content(subject, predicate, other)}
        return any(any(self.data.quads(claim, _STANCE, _DENIES, CLAIMS)) for claim in claims)

    def _add(self, subject: Term, predicate: Term | None, value: Term | None) -> None:
        data = self.data
        self.describe(subject)
        self.describe(value)
        for quad in data.content(subject, predicate, value):
            self.quads.add(quad)
            self.describe(quad.object)
            self.describe(quad.graph_name)
        for ruling in self._rulings(subject):
            if predicate is None or any(data.quads(ruling, _PREDICATE, predicate, RULINGS)):
                self.describe(ruling)
        if predicate in {None, _MEMBER_OF}:
            for party in data.quads(None, PARTY, subject, ENTITIES):
                self._add_accession(party.subject, value)
        if predicate is None:
            for coalition in data.quads(subject, _COALITION, None, ENTITIES):
                self.describe(coalition.object)
                for party in data.quads(subject, PARTY, None, ENTITIES):
                    self.describe(party.object)
                    self.ask(party.object, _MEMBER_OF, coalition.object)
                self._add_lists(subject, coalition.object)

    def _add_accession(self, accession: Term, coalition: Term | None) -> None:
        if any(self.data.quads(accession, _COALITION, coalition, ENTITIES)):
            self.describe(accession)
            if any(self.data.content(accession, _WITHHOLDING[0])):
                self.ask(accession)

    def _add_lists(self, accession: Term, coalition: Term) -> None:
        for published in self.data.quads(None, _UNDERTAKING, coalition, ENTITIES):
            for quad in self.data.content(published.subject, _EXHAUSTIVE):
                self.ask(quad.subject, _EXHAUSTIVE, quad.object)
                self.ask(quad.subject, _LISTS, accession)
