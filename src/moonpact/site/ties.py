"""Who is connected with whom, and by what: the graph of ties between states, organisations and coalitions."""

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from textwrap import wrap

from pyoxigraph import NamedNode

from moonpact import names
from moonpact.site.addresses import page_of
from moonpact.site.membership import CONTESTED, MEMBER, Membership, side_of, sides
from moonpact.site.record import Record
from moonpact.site.wording import coalition_name

_PLACE = {"ilrs": (450, 420), "accords": (890, 420)}
_WIDTH, _HEIGHT, _RING, _ROW, _LINE = 1340, 840, 190, 22, 15
_LETTERS = 30  # in one line of a label


@dataclass(frozen=True)
class Tie:
    """An edge: two IRIs, in words how they are tied, and the IRI that tells more."""

    one: str
    other: str
    how: str
    told_by: str
    contested: bool = False


def ties(record: Record, found: list[Membership]) -> list[Tie]:
    """Return the ties: accessions, engagements with several parties, and facts that join two actors."""
    edges = [
        Tie(
            m.party,
            m.coalition,
            "has joined" if m.standing == MEMBER else "is said by some to have joined",
            m.iri,
            m.standing == CONTESTED,
        )
        for m in found
        if m.standing in {MEMBER, CONTESTED}
    ]
    edges += [
        Tie(party, coalition, "is tied indirectly to", tie)
        for tie, party, coalition in record.rows("""SELECT ?tie ?party ?coalition WHERE { GRAPH graph:entities {
            ?tie a pact:Tie ; pact:party ?party ; pact:coalition ?coalition } } ORDER BY ?tie ?party ?coalition""")
    ]
    parties: dict[str, list[str]] = defaultdict(list)
    for engagement, party in record.rows("""SELECT DISTINCT ?e ?party WHERE {
        VALUES ?g { graph:entities graph:facts } GRAPH ?g { ?e pact:party ?party }
        FILTER NOT EXISTS { GRAPH graph:entities { ?e pact:coalition ?coalition } } } ORDER BY ?e ?party"""):
        parties[engagement].append(party)
    for engagement, together in parties.items():
        # a text that half the world signed ties nobody to anybody in particular
        if len(together) <= 4:  # noqa: PLR2004
            edges += [Tie(a, b, record.label(engagement), engagement) for a, b in combinations(together, 2)]
    member_of = names.expand("org:memberOf")
    coalitions = {m.coalition for m in found}
    for fact in record.facts.values():
        subject, predicate, value = fact.statement
        if not isinstance(value, NamedNode) or (predicate == member_of and value.value in coalitions):
            continue
        if is_actor(record, subject) and is_actor(record, value.value) and subject != value.value:
            edges.append(Tie(subject, value.value, record.label(predicate), fact.iri))
    return edges


def is_actor(record: Record, iri: str) -> bool:
    """Tell whether an entity is a state, an organisation or a coalition: what the graph of ties joins."""
    return any(record.is_a(iri, kind) for kind in ("pact:State", "org:Organization", "pact:Coalition"))


def document(record: Record, edges: list[Tie], found: list[Membership]) -> dict[str, object]:
    """Return nodes and edges for the interactive graph; pages are relative to the root of the site."""
    side = sides(found)
    return {
        "nodes": [
            {
                "id": names.shorten(iri),
                "label": record.label(iri),
                "kind": _kind(record, iri),
                "side": side_of(iri) if record.is_a(iri, "pact:Coalition") else side.get(iri, "none"),
                "page": page_of(iri),
            }
            for iri in sorted({end for tie in edges for end in (tie.one, tie.other)})
        ],
        "edges": [
            {
                "from": names.shorten(tie.one),
                "to": names.shorten(tie.other),
                "how": tie.how,
                "contested": tie.contested,
                "page": page_of(tie.told_by),
            }
            for tie in edges
        ],
    }


def _kind(record: Record, iri: str) -> str:
    kinds = {"pact:State": "state", "pact:Coalition": "coalition", "org:Organization": "organisation"}
    return next((name for kind, name in kinds.items() if record.is_a(iri, kind)), "other")


def drawing(record: Record, edges: list[Tie], found: list[Membership]) -> dict[str, object] | None:
    """Return the picture: each coalition a ring of the parties tied to it, and between them those tied to both.

    A party has the colour of the side on which it stands, and none if it has joined neither; a line is firm for an
    accession that nobody contests. None if there are not two coalitions to draw.
    """
    tied: dict[str, dict[str, bool]] = defaultdict(dict)
    accessions = {m.iri for m in found}
    for tie in edges:
        if record.is_a(tie.other, "pact:Coalition") and is_actor(record, tie.one):
            direct = tie.told_by in accessions and not tie.contested
            tied[tie.one][side_of(tie.other)] = tied[tie.one].get(side_of(tie.other), False) or direct
    hubs = {side_of(m.coalition): m.coalition for m in found}
    if not set(_PLACE) <= set(hubs):
        return None
    side = sides(found)
    order = sorted(tied, key=lambda iri: (record.label(iri).casefold(), iri))
    both = [iri for iri in order if set(_PLACE) <= set(tied[iri])]
    nodes, lines = [], []
    for number, iri in enumerate(both):
        x, y = _WIDTH / 2, _HEIGHT / 2 + (number - (len(both) - 1) / 2) * _ROW * 1.4
        nodes.append(_node(record, iri, side, (x, y), "middle"))
        lines += [(_PLACE[to], (x, y), to, firm) for to, firm in sorted(tied[iri].items()) if to in _PLACE]
    for to, (hub_x, hub_y) in _PLACE.items():
        ring = [iri for iri in order if iri not in both and to in tied[iri]]
        middle = math.pi if hub_x < _WIDTH / 2 else 0.0
        for number, iri in enumerate(ring):
            angle = middle + (number - (len(ring) - 1) / 2) * min(0.3, 1.5 * math.pi / max(1, len(ring)))
            x, y = round(hub_x + _RING * math.cos(angle), 1), round(hub_y + _RING * math.sin(angle), 1)
            left = math.cos(angle) < 0
            turn = round(math.degrees(angle) - (180 if left else 0), 1)
            nodes.append(_node(record, iri, side, (x, y), "end" if left else "start", turn))
            lines.append(((hub_x, hub_y), (x, y), to, tied[iri][to]))
    return {
        "width": _WIDTH,
        "height": _HEIGHT,
        "nodes": nodes,
        "lines": lines,
        "hubs": [
            {"iri": hubs[to], "x": x, "y": y, "side": to, "lines": _lines(coalition_name(record.label(hubs[to])), 10)}
            for to, (x, y) in _PLACE.items()
        ],
    }


def _node(  # noqa: PLR0913, PLR0917 - what is drawn of a party
    record: Record, iri: str, side: dict[str, str], place: tuple[float, float], anchor: str, turn: float = 0
) -> dict[str, object]:
    lines = _lines(record.label(iri), _LETTERS)
    if anchor == "middle":
        lines = [(-9, record.label(iri))]
    return {
        "iri": iri,
        "x": place[0],
        "y": place[1],
        "turn": turn,
        "anchor": anchor,
        "side": side.get(iri, "none"),
        "lines": lines,
    }


def _lines(label: str, letters: int) -> list[tuple[float, str]]:
    """Return a label in lines of so many letters, two at most, each with its height above or below the middle."""
    lines = wrap(label, letters, max_lines=2, placeholder="…")
    return [(4 + (n - (len(lines) - 1) / 2) * _LINE, line) for n, line in enumerate(lines)]
