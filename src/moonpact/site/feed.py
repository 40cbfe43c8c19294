"""What changed: each source with what became known through it first, as a list and as an Atom feed."""

from collections import defaultdict
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from pyoxigraph import NamedNode

from moonpact import names
from moonpact.site.head import sentence
from moonpact.site.model import Fact, Source
from moonpact.site.record import Record
from moonpact.tables import visible

_ATOM = "http://www.w3.org/2005/Atom"
_TOLD = ("http://www.w3.org/ns/org#memberOf", names.PACT + "status")


@dataclass(frozen=True)
class News:
    """A fact that a source was the first to support, in words."""

    iri: str
    words: str


@dataclass(frozen=True)
class Change:
    """A source, and what was first known through it: memberships and the states of missions."""

    source: Source
    news: tuple[News, ...]
    facts: int


def changes(record: Record) -> list[Change]:
    """Return what became known with each source, the latest source first.

    A fact belongs to the first source of those that support it, by the first day on which each can have appeared.
    """
    order = {iri: rank for rank, iri in enumerate(record.sources)}
    first: dict[str, list[Fact]] = defaultdict(list)
    for fact in record.facts.values():
        known = [record.claims[c].source for c in fact.supported_by if c in record.claims]
        ranked = [iri for iri in known if iri in order]
        if ranked:
            first[min(ranked, key=lambda iri: order[iri])].append(fact)
    return [
        Change(
            source,
            tuple(News(f.iri, sentence(record, f.statement)) for f in first[iri] if _is_news(f)),
            len(first[iri]),
        )
        for iri, source in reversed(record.sources.items())
    ]


def _is_news(fact: Fact) -> bool:
    return fact.statement[1] in _TOLD and isinstance(fact.statement[2], NamedNode)


def atom(record: Record) -> bytes:
    """Return the feed: an entry for each source, dated by the first day on which it can have appeared."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    found = changes(record)
    _add(feed, "id", f"{names.BASE}changes.atom")
    _add(feed, "title", "Moonpact: what became known")
    _add(feed, "updated", _moment(record, found[0].source) if found else "1970-01-01T00:00:00Z")
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{names.BASE}changes.atom")
    _add(feed, "link", rel="alternate", type="text/html", href=names.BASE)
    _add(_add(feed, "author"), "name", "Moonpact")
    _add(feed, "rights", "CC BY 4.0")
    for change in found:
        entry = _add(feed, "entry")
        _add(entry, "id", change.source.iri)
        _add(entry, "title", change.source.label)
        _add(entry, "updated", _moment(record, change.source))
        _add(entry, "link", rel="alternate", type="text/html", href=change.source.iri)
        lines = [f"{len(change.source.claims)} claims; {change.facts} facts that no earlier source supports."]
        lines += [news.words for news in change.news]
        _add(entry, "summary", "\n".join(lines), type="text")
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(parent: ET.Element, name: str, words: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    child.text = "\n".join(map(visible, words.splitlines())) or None
    return child


def _moment(record: Record, source: Source) -> str:
    return f"{record.first_day(source.issued) or '1970-01-01'}T00:00:00Z"
