"""A page for every IRI: entities, claims, facts, disagreements, sources and whatever else the graph names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from moonpact import names
from moonpact.questions import Cell
from moonpact.site import head
from moonpact.site.addresses import path_of, web_address
from moonpact.site.membership import Membership, side_of
from moonpact.site.model import Claim, Disagreement, Fact, ends
from moonpact.site.record import TYPE, Record
from moonpact.site.render import Page
from moonpact.site.wording import counted, noun
from moonpact.tables import text

CLAIM_FILES = {"trig": "application/trig", "nanopub.trig": "application/trig"}
_SHOWN_ELSEWHERE = {TYPE, names.LABEL, names.ALTERNATIVE_LABEL}
_TOLD_IN_WORDS = ("source", "speaker", "stance", "holdsFrom", "holdsTo", "evidence", "earliest", "latest")
# what the templates of claims and sources show in words
_OF_CLAIMS = {
    TYPE,
    *(names.PACT + name for name in _TOLD_IN_WORDS),
}
_OF_SOURCES = {
    TYPE,
    "https://schema.org/headline",
    "https://schema.org/url",
    "http://purl.org/dc/terms/issued",
    "http://purl.org/dc/terms/publisher",
    names.PACT + "knownBy",
}

Details = list[tuple[str, list[Cell]]]


@dataclass(frozen=True)
class Event:
    """A dated statement about an entity or one of its engagements; a fact, or what a claim says."""

    date: str
    subject: str
    predicate: str
    stance: str
    told_by: str
    fact: bool


def documents(
    record: Record, described: dict[str, set[Triple]], found: list[Membership], scripts: frozenset[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each document that describes an IRI; the ontology, the dataset and questions have their own."""
    writers = _Writers(record, found, scripts)
    for path in sorted(described):
        triples = described[path]
        iri = _iri_of(path, triples)
        if iri is None or iri.startswith(names.ONTOLOGY_GRAPH):
            continue
        yield f"{path}.html", writers.write(Page(record, f"{path}.html", scripts=scripts), path, iri, triples)


def _iri_of(path: str, triples: Iterable[Triple]) -> str | None:
    """Return the IRI that a document describes: the one whose path it has."""
    graph = names.BASE + path
    if path_of(graph) == path and graph.startswith(names.GRAPH):
        return graph
    iris = {t.value for triple in triples for t in (triple.subject, triple.object) if isinstance(t, NamedNode)}
    return min((iri for iri in iris if path_of(iri) == path), default=None)


class _Writers:
    def __init__(self, record: Record, found: list[Membership], scripts: frozenset[str]) -> None:
        self.record, self.scripts = record, scripts
        self.of_party: dict[str, list[Membership]] = defaultdict(list)
        for membership in found:
            self.of_party[membership.party].append(membership)
            self.of_party[membership.coalition].append(membership)
        self.spoken = defaultdict(list)
        for claim in record.claims.values():
            self.spoken[claim.speaker].append(claim)
        self.engagements = defaultdict(set)
        for engagement, party in record.rows("""SELECT DISTINCT ?e ?party WHERE {
            VALUES ?g { graph:entities graph:facts } GRAPH ?g { ?e pact:party ?party } }"""):
            self.engagements[party].add(engagement)
        self.order = {source.iri: source.claims for source in record.sources.values()}

    def write(self, page: Page, path: str, iri: str, triples: set[Triple]) -> bytes:
        record = self.record
        if iri in record.claims:
            return self.claim(page, path, iri, triples)
        if iri in record.facts:
            return self.fact(page, path, record.facts[iri])
        if iri in record.disagreements:
            return self.disagreement(page, path, record.disagreements[iri])
        if iri in record.sources:
            return self.source(page, path, iri, triples)
        if iri in record.kinds and iri not in record.passages:
            return self.entity(page, path, iri, triples)
        return self.thing(page, path, iri, triples)

    def claim(self, page: Page, path: str, iri: str, triples: set[Triple]) -> bytes:
        record = self.record
        claim = record.claims[iri]
        title = head.headline(record, claim)
        siblings = self.order.get(claim.source, ())
        place = siblings.index(claim) if claim in siblings else -1
        facts = record.facts_of.get(iri, [])
        who = f"{record.label(claim.speaker)} {record.label(claim.stance)}: {title}"
        return page.render(
            "claim.html",
            claim=claim,
            telling=head.telling(claim),
            source=record.sources.get(claim.source),
            details=details(triples, iri, _OF_CLAIMS),
            supported=[fact for fact in facts if iri in fact.supported_by],
            opposed=[fact for fact in facts if iri in fact.opposed_by],
            disagreements=record.disagreements_of.get(iri, []),
            before=siblings[place - 1] if place > 0 else None,
            after=siblings[place + 1] if 0 <= place < len(siblings) - 1 else None,
            **head.head(page.root, title, who, iri, head.claim(record, claim), path, CLAIM_FILES),
        )

    def fact(self, page: Page, path: str, fact: Fact) -> bytes:
        record = self.record
        title = head.sentence(record, fact.statement)
        about = f"{title}. A fact, supported by {counted(len(fact.supported_by), 'claim')}."
        return page.render(
            "fact.html",
            fact=fact,
            supporting=[record.claims[c] for c in fact.supported_by if c in record.claims],
            opposing=[record.claims[c] for c in fact.opposed_by if c in record.claims],
            **head.head(page.root, title, about, fact.iri, head.work("Claim", fact.iri, title), path),
        )

    def disagreement(self, page: Page, path: str, found: Disagreement) -> bytes:
        record = self.record
        title = f"{record.label(found.about)}: {noun(record.label(found.predicate))}"
        about = f"{'Open dispute' if found.open else 'Settled disagreement'} on {title}, {len(found.sides)} claims."
        return page.render(
            "disagreement.html",
            disagreement=found,
            sides=[record.claims[c] for c in found.sides if c in record.claims],
            **head.head(page.root, title, about, found.iri, head.work("CreativeWork", found.iri, title), path),
        )

    def source(self, page: Page, path: str, iri: str, triples: set[Triple]) -> bytes:
        source = self.record.sources[iri]
        about = f"What “{source.label}” says, claim by claim, in the order of its text."
        return page.render(
            "source.html",
            source=source,
            url=web_address(source.url),
            cited=any(claim.passages for claim in source.claims),
            about=[c for c in self.record.claims_about.get(iri, ()) if c.source != iri],
            details=details(triples, iri, _OF_SOURCES),
            **head.head(page.root, source.label, about, iri, head.source(self.record, source), path),
        )

    def entity(self, page: Page, path: str, iri: str, triples: set[Triple]) -> bytes:
        record = self.record
        identity = {t for t in triples if text(t.subject) == iri and _in_entities(record, t)}
        alternatives = sorted(
            {text(t.object) for t in triples if text(t.subject) == iri and t.predicate.value == names.ALTERNATIVE_LABEL}
        )
        about = [iri, *sorted(self.engagements.get(iri, ()))]
        facts = _once(fact for each in about for fact in record.facts_about.get(each, ()))
        title = record.label(iri)
        kinds = record.kinds.get(iri, ())
        claims = _once(claim for each in about for claim in record.claims_about.get(each, ()))
        kind = ", ".join(record.label(kind) for kind in kinds)
        told = f"{counted(len(facts), 'fact')}, {counted(len(claims), 'claim')}"
        description = f"{title} ({kind}): {told}, each with its source."
        return page.render(
            "entity.html",
            kinds=kinds,
            alternatives=alternatives,
            identity=details(identity, iri, _SHOWN_ELSEWHERE),
            is_coalition=record.is_a(iri, "pact:Coalition"),
            memberships=[
                {"membership": m, "party": m.party, "coalition": m.coalition, "side": side_of(m.coalition)}
                for m in self.of_party.get(iri, ())
            ],
            disagreements=_once(d for each in about for d in record.disagreements_about.get(each, ())),
            timeline=self.timeline(about),
            facts=facts,
            neighbours=self.neighbours(iri, record.facts_about.get(iri, []), triples),
            published=[s for s in record.sources.values() if s.publisher == iri],
            spoken=[] if record.is_a(iri, "pact:MediaOutlet") else self.spoken.get(iri, []),
            claims=claims,
            **head.head(page.root, title, description, iri, head.entity(record, iri, alternatives), path),
        )

    def timeline(self, about: list[str]) -> list[Event]:
        """Return what is dated about an entity and its engagements: facts, then what claims say beyond them."""
        record = self.record
        seen: dict[tuple[str, str, str], Event] = {}
        for subject in about:
            for fact in record.facts_about.get(subject, ()):
                s, p, o = fact.statement
                if s == subject and _is_date(o):
                    seen[s, p, text(o)] = Event(text(o), s, p, "", fact.iri, fact=True)
        for subject in about:
            for claim in record.claims_about.get(subject, ()):
                for s, p, o in claim.statements:
                    if s == subject and _is_date(o) and (s, p, text(o)) not in seen:
                        seen[s, p, text(o)] = Event(text(o), s, p, claim.stance, claim.iri, fact=False)
        return sorted(
            seen.values(),
            key=lambda e: (record.first_day(e.date) or record.last_day(e.date), record.last_day(e.date), e.told_by),
        )

    def neighbours(self, iri: str, facts: list[Fact], triples: set[Triple]) -> list[tuple[str, int]]:
        """Return the entities that facts or identities tie to one, most often tied first."""
        record = self.record
        met = Counter(other for fact in facts for other in ends(fact.statement))
        met.update(text(t.subject) for t in triples if text(t.object) == iri)
        met.update(t.object.value for t in triples if text(t.subject) == iri and isinstance(t.object, NamedNode))
        found = [
            (other, n)
            for other, n in met.items()
            if other != iri and other.startswith(names.ID) and other in record.kinds
        ]
        return sorted(found, key=lambda item: (-item[1], record.label(item[0]).casefold(), item[0]))

    def thing(self, page: Page, path: str, iri: str, triples: set[Triple]) -> bytes:
        record = self.record
        passage = record.passages.get(iri)
        title, kind = record.label(iri), path.rpartition("/")[0].rpartition("/")[2] or "document"
        if passage:
            title = f"Characters {passage.start} to {passage.end} of “{record.label(passage.source)}”"
        shown = [] if iri.startswith(names.GRAPH) else details(triples, iri, {names.LABEL})
        about = f"{len(triples)} triples. Take them in a format for machines below." if not shown else ""
        resting = record.claims_resting_on.get(iri, [])
        return page.render(
            "thing.html",
            kind=kind.capitalize(),
            about=about,
            read_at=page.at_publisher(passage) if passage else None,
            details=shown,
            claims=[] if iri.startswith(names.GRAPH) else resting or self.named_in(triples),
            **head.head(
                page.root, title, f"{kind.capitalize()}: {title}", iri, head.work("CreativeWork", iri, title), path
            ),
        )

    def named_in(self, triples: set[Triple]) -> list[Claim]:
        """Return the claims that are objects of triples."""
        named = {text(triple.object) for triple in triples}
        return [self.record.claims[iri] for iri in sorted(named) if iri in self.record.claims]


_Told = TypeVar("_Told", Claim, Fact, Disagreement)


def _once(items: Iterable[_Told]) -> list[_Told]:
    return list({item.iri: item for item in items}.values())


def details(triples: Iterable[Triple], iri: str, without: set[str]) -> Details:
    """Return the properties of an IRI with their values, but for those that are shown elsewhere on its page."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for triple in sorted(triples, key=str):
        if text(triple.subject) == iri and triple.predicate.value not in without:
            found[triple.predicate.value].append(triple.object)
    return sorted(found.items())


def _in_entities(record: Record, triple: Triple) -> bool:
    graph = NamedNode(names.ENTITIES_GRAPH)
    return (
        next(record.store.quads_for_pattern(triple.subject, triple.predicate, triple.object, graph), None) is not None
    )


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, Literal) and cell.datatype.value == names.EDTF
