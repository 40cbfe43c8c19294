"""The pages that look at the whole: front, membership, ties, missions, disagreements, sources, indexes."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from moonpact import names
from moonpact.site import charts, membership, ties, worldmap
from moonpact.site.feed import changes
from moonpact.site.head import head
from moonpact.site.membership import MEMBER, Membership, side_of
from moonpact.site.questions import grouped
from moonpact.site.record import Record
from moonpact.site.render import Page, environment
from moonpact.site.wording import coalition_name, precision

LEAD = (
    "Who goes to the Moon with whom, since when, on what terms, and who says so: "
    "the ILRS and the Artemis Accords, statement by statement, with sources."
)


class Overview:
    """Everything that these pages share, computed once."""

    def __init__(self, record: Record, found: list[Membership], today: date, days: list[str], style: str) -> None:
        """Take the memberships, the dataset's own day, the days of the slider, and the style of charts."""
        self.record, self.found, self.days, self.style = record, found, days, style
        self.edges = ties.ties(record, found)
        self.missions = charts.mission_dates(record)
        self.charts = {
            "membership-over-time": charts.membership_over_time(record, found, today),
            "missions-timeline": charts.missions_timeline(record, self.missions),
            "membership-map": worldmap.membership_map(record, found),
            "ties": ties.drawing(record, self.edges, found),
        }

    def svg(self, name: str, page: Page | None = None) -> Markup | None:
        """Return a chart for a page, or on its own with colours of its own; None if there is nothing to draw."""
        chart = self.charts[name]
        if chart is None:
            return None
        record = self.record
        if name == "ties":
            for node in (*chart["nodes"], *chart["hubs"]):  # type: ignore[misc]
                node |= {"label": record.label(node["iri"]), "href": page.href(node["iri"]) if page else node["iri"]}
        values: dict[str, object] = {"chart": chart, "map": chart}
        if page is None:
            values["style"] = Markup(self.style)  # noqa: S704 - our own file
        return Markup(environment().get_template(f"{name}.svg").render(values))  # noqa: S704 - the template escapes

    def totals(self) -> list[dict[str, object]]:
        """Return the number of member states of each coalition."""
        members: dict[str, int] = defaultdict(int)
        for m in self.found:
            members[m.coalition] += m.standing == MEMBER and self.record.is_a(m.party, "pact:State")
        return [
            {"coalition": c, "members": n, "side": side_of(c), "name": c.rpartition("/")[2]}
            for c, n in sorted(members.items())
        ]

    def growth(self) -> list[tuple[str, ...]]:
        """Return the rows behind the chart of membership: each dated state, with the members by its last day."""
        record = self.record
        rows: list[tuple[str, ...]] = []
        dated = [m for m in self.found if m.standing == MEMBER and m.date and record.is_a(m.party, "pact:State")]
        numbers: dict[str, int] = defaultdict(int)
        for m in sorted(dated, key=lambda m: (record.last_day(m.date), m.iri)):
            numbers[m.coalition] += 1
            rows.append((record.last_day(m.date), m.coalition, m.party, m.date, str(numbers[m.coalition])))
        return rows

    def both(self) -> list[tuple[str, list[dict[str, object]]]]:
        """Return the parties tied to more than one coalition, and how they are tied to each."""
        record = self.record
        ways: dict[str, dict[tuple[str, str], dict[str, object]]] = defaultdict(dict)
        for tie in self.edges:
            if not (record.is_a(tie.other, "pact:Coalition") and ties.is_actor(record, tie.one)):
                continue
            indirect = record.is_a(tie.told_by, "pact:Tie")
            way: dict[str, object] = {
                "coalition": tie.other,
                "coalition_name": coalition_name(record.label(tie.other)),
                "side": side_of(tie.other),
                "how": record.label(tie.told_by) if indirect else tie.how,
                "link": tie.told_by,
            }
            ways[tie.one].setdefault((tie.other, str(way["how"])), way)
        found = [
            (party, [way for _, way in sorted(told.items())])
            for party, told in ways.items()
            if len({coalition for coalition, _ in told}) > 1
        ]
        return sorted(found, key=lambda item: (record.label(item[0]).casefold(), item[0]))


environment().globals["sides"] = worldmap.LEGEND
environment().filters.update(coalition_name=coalition_name, slip=charts.slip)


def overview_pages(view: Overview, scripts: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the pages about the whole."""
    record = view.record
    plain = scripts - {"sparql.js", "sparql.css"}

    def page(path: str, template: str, title: str, description: str, **values: object) -> tuple[str, bytes]:
        made = Page(record, path, scripts=scripts if path.startswith("sparql/") else plain)
        own = {key: value(made) if callable(value) else value for key, value in values.items()}
        site: dict[str, object] = {"@type": "WebSite", "@id": names.BASE, "name": "Moonpact", "description": LEAD}
        block = site if path == "index.html" else None
        return path, made.render(template, **{**head(made.root, title, description, described=block), **own})

    both = view.both()
    yield page(
        "index.html",
        "front.html",
        "Moonpact",
        LEAD,
        layout="front",
        totals=view.totals(),
        both=both,
        both_ties=both,
        chart_svg=lambda p: view.svg("membership-over-time", p),
        changes=[change for change in changes(record) if change.facts][:6],
        members_of_both=[party for party, side in membership.sides(view.found).items() if side == "both"],
        open=[d for d in record.disagreements.values() if d.open],
        question_groups=lambda p: grouped(record, p.root, 3),
    )
    yield page(
        "membership/index.html",
        "membership.html",
        "Membership",
        "Every accession to the ILRS and the Artemis Accords, with its date, its precision and its citations.",
        totals=view.totals(),
        days=view.days,
        map=view.charts["membership-map"],
        map_svg=lambda p: view.svg("membership-map", p),
        rows=membership_rows(view),
    )
    yield page(
        "ties/index.html",
        "ties.html",
        "Ties",
        "Who is connected with whom, and by what: accessions, agreements, indirect ties.",
        edges=view.edges,
        chart_svg=lambda p: view.svg("ties", p),
    )
    dated = {iri for iri, _ in view.missions}
    yield page(
        "missions/index.html",
        "missions.html",
        "Missions",
        "When missions and milestones were planned for, by whom, and how the plans have moved.",
        missions=view.missions,
        chart_svg=lambda p: view.svg("missions-timeline", p),
        others=[e for e in record.entities if record.is_a(e, "pact:Mission") and e not in dated],
    )
    yield page(
        "disputes/index.html",
        "disputes.html",
        "Disagreements",
        "Where sources do not say the same: open disputes first, then what a rule or a ruling settles.",
        meanings=record.rows("""SELECT ?kind ?meaning WHERE { GRAPH <https://w3id.org/moonpact/ontology> {
            ?kind a pact:DisagreementKind ; skos:definition ?meaning ; rdfs:label ?label } } ORDER BY ?label"""),
    )
    yield page(
        "sources/index.html",
        "sources.html",
        "Sources",
        "Every source, with its date and the claims read from it; the latest first.",
    )
    kinds = by_kind(record)
    yield page(
        "entities/index.html", "entities.html", "Entities", "Everything that claims speak of, by kind.", by_kind=kinds
    )
    yield page(
        "search/index.html",
        "search.html",
        "Search",
        "Search names and questions.",
        by_kind=kinds,
        questions=list(record.questions.values()),
    )
    yield page(
        "questions/index.html",
        "questions.html",
        "Questions",
        "The questions that this record is kept to answer.",
        question_groups=lambda p: grouped(record, p.root, 2),
    )
    yield page("sparql/index.html", "sparql.html", "SPARQL", "Ask the whole graph in your browser, in SPARQL 1.1.")


def membership_rows(view: Overview) -> list[dict[str, object]]:
    """Return the rows of the membership table."""
    record = view.record
    rows: list[dict[str, object]] = []
    for m in view.found:
        sources = {c.source: record.sources[c.source] for c in m.claims if c.source in record.sources}
        rows.append(
            {
                "membership": m,
                "kind": "state" if record.is_a(m.party, "pact:State") else "organisation",
                "side": _side(m),
                "coalition_name": coalition_name(record.label(m.coalition)),
                "precision": precision(m.date) if m.date else "not dated",
                "sources": list(sources.values()),
            }
        )
    return rows


def _side(found: Membership) -> str:
    """Return the colour of an accession: its coalition's for a member, and none for what nothing bears out."""
    sides = {MEMBER: side_of(found.coalition), membership.CONTESTED: membership.CONTESTED}
    return sides.get(found.standing, "none")


def by_kind(record: Record) -> list[tuple[str, list[str]]]:
    """Return the entities by the label of their kind, the largest kinds first."""
    found: dict[str, list[str]] = defaultdict(list)
    for iri in record.entities:
        for kind in record.kinds.get(iri, ())[:1]:
            found[record.label(kind)].append(iri)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
