"""Who belongs to which coalition: today, and as it was known on each day on which a source appeared."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.derive import apply_rules, read_rules
from moonpact.site.linked_data import claim_quads
from moonpact.site.model import Claim
from moonpact.site.record import Record, rows_of
from moonpact.site.wording import date_in_words
from moonpact.tables import text

ISO_CODE = names.PACT + "iso3166"
MEMBER, CONTESTED, APPLIED, UNVERIFIED, UNKNOWN = "member", "contested", "applied", "unverified", ""


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
    that a source tells of has got as far as intent, negotiation or application; of an unverified one, only notes
    without a public source say that it signed.
    """
    rows = partial(rows_of, store)
    members = {a for (a,) in rows("SELECT ?a WHERE { GRAPH graph:facts { ?a pact:stage pact:signature } }")}
    contested = {
        a
        for (a,) in rows("""SELECT ?a WHERE { GRAPH graph:disagreements {
        ?d a pact:Dispute ; pact:about ?a ; rdf:predicate pact:stage } }""")
    }
    notes = {
        a
        for (a,) in rows("""SELECT ?a WHERE {
        GRAPH graph:claims { ?claim pact:source ?s . ?s pact:reliability pact:unverified }
        GRAPH ?claim { ?a pact:stage pact:signature } }""")
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
            found[a] = (APPLIED if stage != names.PACT + "signature" else UNVERIFIED if a in notes else UNKNOWN, "")
    for a, day in rows("""SELECT ?a ?date WHERE { GRAPH graph:facts { ?a pact:stage pact:signature
        OPTIONAL { ?a pact:date ?date } } } ORDER BY ?a DESC(STR(?date))"""):
        found[a] = (MEMBER, day)
    return found


def as_known(record: Record) -> tuple[list[str], dict[str, list[tuple[str, str, str]]]]:
    """Return the days on which sources became known, and each accession's (first day, standing, date) as they changed.

    On each day, the accessions on which something became known are judged anew, by the rules of the project, from
    the claims that bear on them and were known by then. A list that claims to be whole bears on every accession.
    """
    bearing, rulings = _bearing(record)
    lists = {iri for iri in record.claims_about if record.is_a(iri, "pact:PublishedList")}
    of_lists = {c.iri for iri in lists for c in record.claims_about[iri]}
    known = {iri: record.known_on(claim.source) for iri, claim in record.claims.items()}
    rules = read_rules(record.root)
    store = Store()
    for graph in (names.ONTOLOGY_GRAPH, names.ENTITIES_GRAPH, names.DATES_GRAPH):
        quads = record.store.quads_for_pattern(None, None, None, NamedNode(graph))
        store.extend(quad for quad in quads if text(quad.subject) not in known)
    for iri in [*record.sources, *rulings]:
        store.extend(record.store.quads_for_pattern(NamedNode(iri), None, None, None))
    days = sorted(set(map(record.known_on, record.sources)))
    changes: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for day in days:
        touched = {
            accession for accession, claims in bearing.items() if any(known[c] == day for c in claims | of_lists)
        }
        if not touched:
            continue
        read = [c for c in of_lists.union(*(bearing[a] for a in touched)) if known[c] <= day]
        said = [quad for iri in read for quad in claim_quads(record.store, iri)]
        store.extend(said)
        apply_rules(store, rules)
        for iri, (standing, when) in sorted(standings(store).items()):
            if iri in touched and (not changes[iri] or changes[iri][-1][1:] != (standing, when)):
                changes[iri].append((day, standing, when))
        for quad in said:
            store.remove(quad)
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


def _bearing(record: Record) -> tuple[dict[str, set[str]], set[str]]:
    """Return for each accession the claims about it, or compared or weighed on it; and the editors' rulings on any."""
    found = {row[0]: {claim.iri for claim in record.claims_about.get(row[0], ())} for row in _accessions(record)}
    rulings = set()
    for ruling, accession, claim in record.rows(
        "SELECT ?by ?on ?claim WHERE { GRAPH graph:rulings { ?by pact:about ?on ; pact:side|pact:prefers ?claim } }"
    ):
        if accession in found and claim in record.claims:
            found[accession].add(claim)
            rulings.add(ruling)
    return found, rulings
