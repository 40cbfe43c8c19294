"""Numbers and days to coordinates: membership over time, and when missions were planned for."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from textwrap import wrap

from moonpact import names
from moonpact.site.membership import MEMBER, Membership, side_of
from moonpact.site.questions import plain_rows
from moonpact.site.record import Record
from moonpact.site.wording import counted, date_in_words

COUNTS = "coalition-counts-over-time"
_ASSERTED = names.PACT + "asserts"
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_TICKS = 6
# of the timeline: the least height of a row and what a line of its name adds, the letters that fit into a line,
# the height of a heading, and how far a bar without a bound reaches
_ROW, _LINE, _LETTERS, _HEADING, _TAIL = 34, 17, 28, 40, 60


@dataclass(frozen=True)
class Frame:
    """A plot's size and margins, and the span of days and values that it shows."""

    first: date
    last: date
    top: float = 1
    width: int = 960
    height: int = 430
    left: int = 44
    right: int = 150
    above: int = 16
    below: int = 34

    def x(self, day: date) -> float:
        """Return the horizontal place of a day."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(self.left + share * (self.width - self.left - self.right), 1)

    def y(self, value: float) -> float:
        """Return the vertical place of a value."""
        return round(self.height - self.below - value / self.top * (self.height - self.above - self.below), 1)

    @property
    def years(self) -> list[tuple[int, float]]:
        """The first days of years within the frame, with their places; at most a dozen."""
        years = [y for y in range(self.first.year, self.last.year + 1) if self.first <= date(y, 1, 1) <= self.last]
        every = next(step for step in (1, 2, 5, 10, 25, 100, 1000) if len(years) / step <= 12)  # noqa: PLR2004
        return [(y, self.x(date(y, 1, 1))) for y in years if y % every == 0]

    @property
    def values(self) -> list[tuple[int, float]]:
        """Round values within the frame, with their places."""
        step = next((s for s in _STEPS if self.top / s <= _TICKS), int(self.top // _TICKS) or 1)
        return [(v, self.y(v)) for v in range(0, int(self.top) + 1, step)]


@dataclass(frozen=True)
class Line:
    """The growth of one coalition: the path of its line, its steps, and its end for the label."""

    side: str
    name: str
    path: str
    steps: list[tuple[float, float, str, str]]
    end: tuple[float, float]
    total: int
    undated: int


def membership_over_time(record: Record, found: list[Membership], today: date) -> dict[str, object] | None:
    """Return the chart of states that had surely joined each coalition by each day, with counts that sources give.

    A state counts from the last day that the date of its accession allows. None if no accession is dated.
    """
    states = [m for m in found if m.standing == MEMBER and record.is_a(m.party, "pact:State")]
    joined: dict[str, list[tuple[date, Membership]]] = defaultdict(list)
    for m in states:
        if day := record.last_day(m.date):
            joined[m.coalition].append((date.fromisoformat(day), m))
    counts = [c for c in counts_by_sources(record) if c[0] in {m.coalition for m in states}]
    days = [day for rows in joined.values() for day, _ in rows] + [c[1] for c in counts]
    if not days:
        return None
    most = max([len(rows) for rows in joined.values()] + [c[2] for c in counts])
    frame = Frame(min(days) - timedelta(days=60), max([*days, today]), most * 1.08 + 1)
    lines = []
    for coalition in sorted({m.coalition for m in states}):
        rows = sorted(joined[coalition], key=lambda row: (row[0], row[1].iri))
        steps = [
            (frame.x(day), frame.y(number), record.label(m.party), date_in_words(m.date))
            for number, (day, m) in enumerate(rows, 1)
        ]
        path = f"M{frame.x(frame.first)},{frame.y(0)}" + "".join(f"H{x}V{y}" for x, y, _, _ in steps)
        path += f"H{frame.x(frame.last)}"
        end = (frame.x(frame.last), frame.y(len(rows)))
        total = sum(1 for m in states if m.coalition == coalition)
        line = Line(side_of(coalition), record.label(coalition), path, steps, end, total, total - len(rows))
        lines.append(line)
    dots = [
        {"x": frame.x(day), "y": frame.y(number), "side": side_of(c), "number": shown, "day": when, "who": who}
        for c, day, number, shown, when, who in counts
    ]
    return {"frame": frame, "lines": _apart(lines), "dots": dots}


def _apart(lines: list[Line]) -> list[tuple[Line, float]]:
    """Return lines with the height of their labels, which do not overlap."""
    placed: list[tuple[Line, float]] = []
    for line in sorted(lines, key=lambda line: -line.end[1]):
        height = line.end[1]
        if placed:
            height = min(height, placed[-1][1] - 44)
        placed.append((line, height))
    return placed


def counts_by_sources(record: Record) -> list[tuple[str, date, int, str, str, str]]:
    """Return the counts of states that sources assert: coalition, day, number; number, date, speaker in words."""
    found = []
    for row in plain_rows(record, COUNTS):
        number = row.get("value") or row.get("at_least") or ""
        day = record.last_day(row.get("date", ""))
        states = "institution" not in row.get("quantity", "")
        if row.get("stance") == _ASSERTED and states and number.isdecimal() and day:
            shown = number if row.get("value") else f"at least {number}"
            speaker = record.label(row["speaker"])
            found.append(
                (row["coalition"], date.fromisoformat(day), int(number), shown, date_in_words(row["date"]), speaker)
            )
    return sorted(set(found))


@dataclass(frozen=True)
class Planned:
    """One statement of when a mission is, was or will be: EDTF date, stance, publication, and the claim.

    `fact` if it supports a fact, which no plan, no disputed date and nothing without a public source does.
    """

    date: str
    stance: str
    published: str
    speaker: str
    claim: str
    first: str
    last: str
    fact: bool
    unverified: bool


def mission_dates(record: Record) -> list[tuple[str, list[Planned]]]:
    """Return each mission or milestone with what sources say of its date, in the order of publication."""
    found: dict[str, list[Planned]] = defaultdict(list)
    for row in record.rows("""SELECT ?what ?date ?stance ?published ?speaker ?claim WHERE {
        GRAPH graph:claims { ?claim pact:stance ?stance ; pact:speaker ?speaker ; pact:source ?source .
          ?source dcterms:issued ?published FILTER (?stance != pact:denies) }
        GRAPH ?claim { ?what pact:date|pact:due ?date }
        FILTER EXISTS { GRAPH graph:dates { ?bounds pact:edtf ?date } } } ORDER BY ?what ?date ?claim"""):
        if record.is_a(row[0], "pact:Mission") or record.is_a(row[0], "pact:Milestone"):
            what, day, stance, published, speaker, claim = row
            bears = any(f.statement[0] == what and claim in f.supported_by for f in record.facts_of.get(claim, ()))
            bounds = record.first_day(day), record.last_day(day)
            unverified = record.is_unverified(record.claims[claim].source)
            found[what].append(Planned(day, stance, published, speaker, claim, *bounds, bears, unverified))
    for planned in found.values():
        planned.sort(key=lambda p: (record.last_day(p.published), p.last, p.claim))
    return sorted(found.items(), key=lambda item: (item[1][-1].last or item[1][-1].first, item[0]))


def missions_timeline(record: Record, missions: list[tuple[str, list[Planned]]]) -> dict[str, object] | None:
    """Return the chart: missions, then milestones, a row each; a bar for each date that a source gives.

    A bar reaches from the first to the last day that the date allows; one that is open at an end breaks off there.
    What is asserted and yet no fact is not drawn.
    """
    drawn = ((iri, [p for p in planned if p.fact or p.stance != _ASSERTED]) for iri, planned in missions)
    missions = [(iri, planned) for iri, planned in drawn if planned]
    bounds = [date.fromisoformat(d) for _, rows in missions for p in rows for d in (p.first, p.last) if d]
    if not bounds:
        return None
    first, last = date(min(bounds).year - 1, 1, 1), date(max(bounds).year + 2, 1, 1)
    frame = Frame(first, last, left=250, right=16, above=84, below=14)
    headings, rows, top = [], [], frame.above
    for heading, kind in (("Missions", "pact:Mission"), ("Milestones", "pact:Milestone")):
        of_kind = [(iri, planned) for iri, planned in missions if record.is_a(iri, kind)]
        if of_kind:
            headings.append((heading, top + _HEADING - 14))
            top += _HEADING
        for iri, planned in of_kind:
            label = record.label(iri)
            lines = wrap(label, _LETTERS, max_lines=3, placeholder="…")
            height = max(_ROW, len(lines) * _LINE + 6)
            y = top + height / 2
            names_ = [(y + 5 + (n - (len(lines) - 1) / 2) * _LINE, line) for n, line in enumerate(lines)]
            rows.append({"name": label, "lines": names_, "y": y, "bars": _bars(frame, planned)})
            top += height
    return {"frame": replace(frame, height=top + frame.below), "headings": headings, "rows": rows}


def _bars(frame: Frame, planned: list[Planned]) -> list[dict[str, object]]:
    """Return one bar for each date that was told, the longest first, so that none hides another."""
    told = {p.date: p for p in planned}  # where sources agree, the latest counts
    return [
        {
            "x": frame.x(date.fromisoformat(p.first)) if p.first else frame.x(date.fromisoformat(p.last)) - _TAIL,
            "end": frame.x(date.fromisoformat(p.last)) if p.last else frame.x(date.fromisoformat(p.first)) + _TAIL,
            "open": "start" if not p.first else "end" if not p.last else "",
            "said": p,
            "latest": p.published == planned[-1].published,
            "fact": p.fact,
        }
        for p in sorted(told.values(), key=lambda p: (p.published == planned[-1].published, p.first, p.last))
        if p.first or p.last
    ]


def slip(planned: list[Planned]) -> str:
    """Return in words how far the planned date moved between the first statement and the last.

    Dates are compared by their last days, in months of the calendar. Nothing is said where one date allows what
    the other says ("later this decade" and "2026"), unless both only set a limit ("by 2030" and "before 2030"), and
    nothing of what has no public source.
    """
    dated = [p for p in planned if p.last and not p.unverified]
    if planned[-1].unverified or len(dated) < 2:  # noqa: PLR2004
        return ""
    if _allows(dated[0], dated[-1]) and (dated[0].first or dated[-1].first):
        return ""
    before, after = (date.fromisoformat(p.last) for p in (dated[0], dated[-1]))
    months = (after.year - before.year) * 12 + after.month - before.month
    if not months:
        return ""
    return f"{counted(abs(months), 'month')} {'later' if months > 0 else 'earlier'}"


def _allows(one: Planned, other: Planned) -> bool:
    """Tell whether one of two dates lies within the other."""
    return any(a.first <= b.first and b.last <= a.last for a, b in ((one, other), (other, one)))
