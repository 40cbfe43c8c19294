"""What a change does: facts, disputes, and the answers to stored questions that move between two states."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.queryfile import QueryFile
from moonpact.questions import Cell, read_questions, run
from moonpact.snapshots import Snapshot
from moonpact.tables import CITATION, merge_citations, text

MOST_PAIRS = 1_000_000

_PREFIXES = """PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
_FACTS = f"""{_PREFIXES} SELECT ?fact ?s ?p ?o ?way ?claim WHERE {{ GRAPH graph:facts {{
  ?fact a pact:Fact ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; ?way ?claim
  FILTER (?way IN (pact:supportedBy, pact:opposedBy)) }} }} ORDER BY ?s ?p ?o ?claim"""
_DISPUTES = f"""{_PREFIXES} SELECT ?d ?about ?p ?kind ?open ?settlement ?side WHERE {{ GRAPH graph:disagreements {{
  ?d a pact:Disagreement ; pact:about ?about ; rdf:predicate ?p ; pact:kind ?kind ; pact:side ?side
  OPTIONAL {{ ?d a ?open FILTER (?open = pact:Dispute) }} OPTIONAL {{ ?d pact:settledBy ?settlement }} }} }}
ORDER BY ?about ?p ?kind ?side ?settlement"""
_ONE_VALUE = f"{_PREFIXES} SELECT ?p WHERE {{ GRAPH <{names.ONTOLOGY_GRAPH}> {{ ?p pact:conflictRule ?rule }} }}"

Row = tuple[Cell | tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Fact:
    """One derived statement with the claims for it and against it."""

    iri: str
    subject: Cell
    predicate: Cell
    object: Cell
    supported_by: tuple[str, ...]
    opposed_by: tuple[str, ...]


@dataclass(frozen=True)
class Dispute:
    """One disagreement: its matter, its kind, the claims that differ, and what settles it, if anything."""

    iri: str
    about: Cell
    predicate: Cell
    kind: Cell
    sides: tuple[str, ...]
    is_open: bool
    settled_by: Cell


@dataclass(frozen=True)
class Moved:
    """A question whose answer moved: rows gained, lost, changed in some cells, and cited otherwise."""

    question: QueryFile
    change: str  # “answer”, or “added” or “removed” if the question itself is
    reworded: bool
    columns: tuple[str, ...]
    before: int
    after: int
    gained: list[Row]
    lost: list[Row]
    changed: list[tuple[Row, Row]]
    recited: list[tuple[Row, Row]]

    @property
    def only_cites_otherwise(self) -> bool:
        """Whether the answer says the same, by other claims."""
        return self.change == "answer" and not (self.gained or self.lost or self.changed)


@dataclass(frozen=True)
class Members:
    """What came, what went, and what stayed but says something else, by IRI."""

    gained: list[str]
    lost: list[str]
    changed: list[str]


@dataclass(frozen=True)
class Difference:
    """All that differs between two states; every list is in the order of its IRIs or rows."""

    old: Snapshot
    new: Snapshot
    sources: Members
    entities: Members
    claims: Members
    facts_gained: list[Fact]
    facts_lost: list[Fact]
    facts_changed: list[tuple[Fact, Fact]]
    facts_resupported: list[tuple[Fact, Fact]]
    disputes_opened: list[Dispute]
    disputes_settled: list[Dispute]
    disputes_withdrawn: list[Dispute]
    disputes_resided: list[tuple[Dispute, Dispute]]
    questions: list[Moved]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that this comparison looks at."""
        return not any(
            value for name, value in vars(self).items() if name not in {"old", "new"} and value != Members([], [], [])
        )


def compare(old: Snapshot, new: Snapshot, root: Path) -> Difference:
    """Return what differs between two states.

    Each state answers its own questions; one that has none (a dump) is asked those of the other, and two
    dumps are asked those of the project at `root`. Raises MoonpactError if a question cannot be answered.
    """
    ours = old.questions or new.questions or read_questions(root)
    facts = _facts(old.store), _facts(new.store)
    gained = [facts[1][iri] for iri in facts[1] if iri not in facts[0]]
    lost = [facts[0][iri] for iri in facts[0] if iri not in facts[1]]
    changed = _changed_facts(lost, gained, {text(p) for s in (old, new) for (p,) in run(s.store, _ONE_VALUE).rows})
    kept = [(facts[0][iri], facts[1][iri]) for iri in facts[0] if iri in facts[1]]
    disputes = _disputes(old.store), _disputes(new.store)
    was_open = [d for d in disputes[0].values() if d.is_open]
    still = [(d, disputes[1][d.iri]) for d in was_open if d.iri in disputes[1]]
    return Difference(
        old=old,
        new=new,
        sources=_members(_described(old.store, "source"), _described(new.store, "source")),
        entities=_members(_entities(old.store), _entities(new.store)),
        claims=_members(_claims(old.store), _claims(new.store)),
        facts_gained=[f for f in gained if f not in {after for _, after in changed}],
        facts_lost=[f for f in lost if f not in {before for before, _ in changed}],
        facts_changed=changed,
        facts_resupported=[(before, after) for before, after in kept if before != after],
        disputes_opened=[
            d for d in disputes[1].values() if d.is_open and not (d.iri in disputes[0] and disputes[0][d.iri].is_open)
        ],
        disputes_settled=[after for _, after in still if not after.is_open],
        disputes_withdrawn=[d for d in was_open if d.iri not in disputes[1]],
        disputes_resided=[(d, after) for d, after in still if after.is_open and after.sides != d.sides],
        questions=_questions(old, new, ours),
    )


def _facts(store: Store) -> dict[str, Fact]:
    statements: dict[str, tuple[Cell, Cell, Cell]] = {}
    claims: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fact, s, p, o, way, claim in run(store, _FACTS).rows:
        statements[text(fact)] = (s, p, o)
        claims[text(fact), text(way)].append(text(claim))
    return {
        iri: Fact(
            iri,
            *statement,
            tuple(claims[iri, names.PACT + "supportedBy"]),
            tuple(claims[iri, names.PACT + "opposedBy"]),
        )
        for iri, statement in statements.items()
    }


def _changed_facts(lost: list[Fact], gained: list[Fact], one_value: set[str]) -> list[tuple[Fact, Fact]]:
    """Return pairs of facts that give one subject another value of a property that has one value at a time."""
    came: dict[tuple[Cell, Cell], list[Fact]] = defaultdict(list)
    for fact in gained:
        came[fact.subject, fact.predicate].append(fact)
    went = Counter((fact.subject, fact.predicate) for fact in lost)
    return [
        (fact, came[key][0])
        for fact in lost
        if (key := (fact.subject, fact.predicate)) in came
        and text(fact.predicate) in one_value
        and went[key] == len(came[key]) == 1
    ]


def _disputes(store: Store) -> dict[str, Dispute]:
    found: dict[str, tuple[Cell, Cell, Cell, Cell, Cell]] = {}
    sides: dict[str, dict[str, None]] = defaultdict(dict)
    for iri, about, p, kind, is_open, settlement, side in run(store, _DISPUTES).rows:
        found.setdefault(text(iri), (about, p, kind, is_open, settlement))
        sides[text(iri)][text(side)] = None
    return {
        iri: Dispute(iri, about, p, kind, tuple(sides[iri]), is_open is not None, settlement)
        for iri, (about, p, kind, is_open, settlement) in found.items()
    }


def _members(old: dict[str, frozenset[str]], new: dict[str, frozenset[str]]) -> Members:
    return Members(
        sorted(new.keys() - old.keys()),
        sorted(old.keys() - new.keys()),
        sorted(iri for iri in old.keys() & new.keys() if old[iri] != new[iri]),
    )


def _described(store: Store, predicate: str) -> dict[str, frozenset[str]]:
    """Return what the claims graph says of each value of a property of ours."""
    claims = NamedNode(names.CLAIMS_GRAPH)
    nodes = {q.object for q in store.quads_for_pattern(None, NamedNode(names.PACT + predicate), None, claims)}
    return {text(node): _statements(store, node, claims) for node in nodes if isinstance(node, NamedNode)}


def _entities(store: Store) -> dict[str, frozenset[str]]:
    graph = NamedNode(names.ENTITIES_GRAPH)
    nodes = {q.subject for q in store.quads_for_pattern(None, None, None, graph)}
    return {text(node): _statements(store, node, graph) for node in nodes if isinstance(node, NamedNode)}


def _claims(store: Store) -> dict[str, frozenset[str]]:
    """Return each claim with its content and what is said of it, its passages aside."""
    graph = NamedNode(names.CLAIMS_GRAPH)
    nodes = {
        q.subject
        for q in store.quads_for_pattern(None, NamedNode(names.RDF + "type"), NamedNode(names.PACT + "Claim"), graph)
    }
    return {
        text(node): _statements(store, node, graph)
        | {str(q.triple) for q in store.quads_for_pattern(None, None, None, node)}
        for node in nodes
        if isinstance(node, NamedNode)
    }


def _statements(store: Store, node: NamedNode, graph: NamedNode) -> frozenset[str]:
    return frozenset(f"{q.predicate} {q.object}" for q in store.quads_for_pattern(node, None, None, graph))


def _questions(old: Snapshot, new: Snapshot, ours: dict[str, QueryFile]) -> list[Moved]:
    before, after = old.questions or ours, new.questions or ours
    if not old.questions:
        before = after
    moved = []
    for name, question in sorted((before | after).items()):
        columns, was = _rows(old.store, before.get(name))
        columns, now = _rows(new.store, after[name]) if name in after else (columns, {})
        change = "answer" if name in before and name in after else "added" if name in after else "removed"
        gained = [row for key, row in now.items() if key not in was]
        lost = [row for key, row in was.items() if key not in now]
        changed = _pair(lost, gained)
        found = Moved(
            question=question,
            change=change,
            reworded=change == "answer" and before[name].text != after[name].text,
            columns=columns,
            before=len(was),
            after=len(now),
            gained=[row for row in gained if row not in {b for _, b in changed}],
            lost=[row for row in lost if row not in {a for a, _ in changed}],
            changed=changed,
            recited=[(was[key], row) for key, row in now.items() if key in was and was[key] != row],
        )
        if found.gained or found.lost or changed or found.recited or change != "answer":
            moved.append(found)
    return moved


def _rows(store: Store, question: QueryFile | None) -> tuple[tuple[str, ...], dict[Row, Row]]:
    """Return the columns of a question and its rows by what they say, their citations aside."""
    if question is None:
        return (), {}
    columns, rows = merge_citations(run(store, question.text, str(question.path)))
    at = [i for i, column in enumerate(columns) if column != CITATION]
    return columns, {tuple(row[i] for i in at): row for row in rows}


def _pair(lost: list[Row], gained: list[Row]) -> list[tuple[Row, Row]]:
    """Return pairs of rows that begin alike and have most cells in common: one row that changed."""
    if len(lost) * len(gained) > MOST_PAIRS:
        return []
    scores = [
        (_alike(one, other), i, j) for i, one in enumerate(lost) for j, other in enumerate(gained) if one[0] == other[0]
    ]
    pairs, taken_lost, taken_gained = [], set(), set()
    for alike, i, j in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if 2 * alike >= len(lost[i]) - 1 and i not in taken_lost and j not in taken_gained:
            taken_lost.add(i)
            taken_gained.add(j)
            pairs.append((lost[i], gained[j]))
    return pairs


def _alike(one: Row, other: Row) -> int:
    return sum(1 for a, b in zip(one, other, strict=False) if a == b)
