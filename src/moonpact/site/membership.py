"""Who belongs to which coalition: today, and as it was known on each day on which a source appeared."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from pyoxigraph import NamedNode, Quad, Store

from moonpact import names
from moonpact.derive import derive
from moonpact.load import forget_later_sources
from moonpact.site.model import Claim
from moonpact.site.record import Record, rows_of
from moonpact.site.wording import date_in_words
from moonpact.tables import text

ISO_CODE = names.PACT + "iso3166"
MEMBER, CONTESTED, APPLIED, UNKNOWN = "member", "contested", "applied", ""


@dataclass(frozen=True)
class Membership:
    """One accession: the party, its coalition, how it stands and since when (EDTF), and the claims that say so."""

    iri: str
    party: str
    coalition: str
    country: str
    standing: str
    date: str
    claims: tuple[Claim, ...]


def memberships(record: Record) -> list[Membership]:
    """Return every accession as the whole record has it, ordered by coalition and party."""
    standing = standings(record.store)
    codes = countries(record)
    found = []
    for iri, party, coalition in _accessions(record):
        stands, day = standing.get(iri, (UNKNOWN, ""))
        claims = tuple(c for c in record.claims_about.get(iri, ()) if any(s[0] == iri for s in c.statements))
        found.append(Membership(iri, party, coalition, codes.get(party, ""), stands, day, claims))
    found.sort(key=lambda m: (m.coalition, record.label(m.party).casefold(), m.iri))
    return found


def countries(record: Record) -> dict[str, str]:
    """Return the ISO 3166-1 alpha-2 code, in lower case, of each state that has one."""
    quads = record.store.quads_for_pattern(None, NamedNode(ISO_CODE), None, NamedNode(names.ENTITIES_GRAPH))
    return {text(quad.subject): text(quad.object).lower() for quad in sorted(quads, key=str, reverse=True)}


def standings(store: Store) -> dict[str, tuple[str, str]]:
    """Return how each accession stands by what a store derives, and the date of joining (EDTF) if there is one.

    A member has signed as a fact; a contested one has by some source, and a dispute about it is open; any other
    that a source tells of has got as far as intent, negotiation or application.
    """
    rows = partial(rows_of, store)
    members = {a for (a,) in rows("SELECT ?a WHERE { GRAPH graph:facts { ?a pact:stage pact:signature } }")}
    contested = {
        a
        for (a,) in rows("""SELECT ?a WHERE { GRAPH graph:disagreements {
        ?d a pact:Dispute ; pact:about ?a ; rdf:predicate pact:stage } }""")
    }
    found: dict[str, tuple[str, str]] = {}
    # the later a row, the more it counts: other stages, then what sources assert of a signature, then facts
    for a, stage, stance, day in rows("""SELECT ?a ?stage ?stance ?date WHERE {
        GRAPH graph:claims { ?claim pact:stance ?stance FILTER (?stance != pact:denies) }
        GRAPH ?claim { ?a pact:stage ?stage }
        OPTIONAL { GRAPH ?claim { ?a pact:date ?date } }
        BIND (?stage = pact:signature && ?stance = pact:asserts AS ?signed) } ORDER BY ?signed ?a DESC(STR(?date))"""):
        signed = stage == names.PACT + "signature" and stance == names.PACT + "asserts"
        if signed and (a in contested or a in members):
            found[a] = (MEMBER if a in members else CONTESTED, day or found.get(a, ("", ""))[1])
        elif a not in found or not found[a][0]:
            found[a] = (APPLIED if stage != names.PACT + "signature" else UNKNOWN, "")
    for a, day in rows("""SELECT ?a ?date WHERE { GRAPH graph:facts { ?a pact:stage pact:signature
        OPTIONAL { ?a pact:date ?date } } } ORDER BY ?a DESC(STR(?date))"""):
        found[a] = (MEMBER, day)
    return found


def as_known(record: Record) -> tuple[list[str], dict[str, list[tuple[str, str, str]]]]:
    """Return the days on which sources appeared, and for each accession (first day, standing, date) as they changed.

    For each day, facts and disputes are derived anew from what was known then, by the rules of the project:
    only the claims about accessions are read, so that this is fast.
    """
    store = _about_accessions(record)
    days = sorted({record.first_day(source.issued) or "0001-01-01" for source in record.sources.values()})
    seen: dict[str, dict[str, tuple[str, str]]] = {}
    for day in reversed(days):
        forget_later_sources(store, date.fromisoformat(day))
        derive(store, record.root)
        seen[day] = standings(store)
    changes: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for day in days:
        for iri, (standing, when) in sorted(seen[day].items()):
            if not changes[iri] or changes[iri][-1][1:] != (standing, when):
                changes[iri].append((day, standing, when))
    return days, dict(changes)


def as_known_document(record: Record, found: list[Membership]) -> dict[str, object]:
    """Return the data behind the slider: days, and each accession's standings as they became known."""
    days, changes = as_known(record)
    return {
        "days": days,
        "memberships": [
            {
                "id": names.shorten(m.iri),
                "party": record.label(m.party),
                "country": m.country or None,
                "coalition": m.coalition.rpartition("/")[2],
                "states": [
                    {"from": day, "standing": standing, "date": date_in_words(when)}
                    for day, standing, when in changes.get(m.iri, ())
                ],
            }
            for m in found
        ],
    }


def sides(found: list[Membership]) -> dict[str, str]:
    """Return for each party on which side it stands: a coalition's short name, `both` or `contested`."""
    joined: dict[str, set[str]] = defaultdict(set)
    unsure = {m.party for m in found if m.standing == CONTESTED}
    for m in found:
        if m.standing == MEMBER:
            joined[m.party].add(side_of(m.coalition))
    sides = {party: next(iter(names_)) if len(names_) == 1 else "both" for party, names_ in joined.items()}
    return dict.fromkeys(sorted(unsure - set(sides)), CONTESTED) | sides


def side_of(coalition: str) -> str:
    """Return the short name by which colours know a coalition: `ilrs`, `accords`, or its own."""
    name = coalition.rpartition("/")[2]
    return "accords" if name == "artemis-accords" else name


def _accessions(record: Record) -> list[tuple[str, ...]]:
    return record.rows("""SELECT ?a ?party ?coalition WHERE { GRAPH graph:entities {
        ?a a pact:Accession ; pact:party ?party ; pact:coalition ?coalition } } ORDER BY ?a ?party ?coalition""")


def _about_accessions(record: Record) -> Store:
    """Return a store with the claims about accessions and all that is no claim."""
    accessions = {row[0] for row in _accessions(record)}
    kept = {c.iri for iri in accessions for c in record.claims_about.get(iri, ())}
    # a list that claims to be whole counts against those that it leaves out
    lists = {s[0] for iri in kept for s in record.claims[iri].statements if record.is_a(s[0], "pact:PublishedList")}
    kept |= {c.iri for iri in lists for c in record.claims_about.get(iri, ())}
    store = Store()
    store.extend(_quads_without(record, {iri for iri in record.claims if iri not in kept}))
    return store


def _quads_without(record: Record, claims: set[str]) -> Iterator[Quad]:
    for quad in record.store:
        if text(quad.graph_name) not in claims and text(quad.subject) not in claims:
            yield quad
