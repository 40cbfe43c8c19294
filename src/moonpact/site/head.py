"""What every page says of itself: the schema.org block, the FAIR Signposting links, the formats of its data."""

from urllib.parse import quote

from moonpact import names
from moonpact.site.linked_data import SUFFIXES
from moonpact.site.model import Claim, Source, Statement
from moonpact.site.record import Record
from moonpact.tables import text

SCHEMA = "https://schema.org/"
DATASET = f"{names.BASE}dataset"
PUBLISHER = {"@type": "Organization", "name": "Moonpact", "url": names.REPOSITORY}
_FORMAT_NAMES = {
    "ttl": "Turtle",
    "jsonld": "JSON-LD",
    "nt": "N-Triples",
    "trig": "TriG",
    "nanopub.trig": "nanopublication",
}
# the nearest class of schema.org, the most special first
_TYPES = {
    "pact:State": "Country",
    "foaf:Person": "Person",
    "org:Organization": "Organization",
    "foaf:Group": "Organization",
    "schema:Place": "Place",
    "schema:Event": "Event",
    "pact:Undertaking": "Project",
    "pact:Instrument": "CreativeWork",
    "skos:Concept": "DefinedTerm",
}


def head(  # noqa: PLR0913, PLR0917 - what a page says of itself
    root: str,
    title: str,
    description: str,
    iri: str = "",
    described: dict[str, object] | None = None,
    path: str = "",
    more: dict[str, str] | None = None,
) -> dict[str, object]:
    """Return the values that the base template shows.

    `iri` and `path` (without a suffix) are those of the thing that the page describes; `more` names further
    files of its data, by suffix with their media types.
    """
    suffixes = {**SUFFIXES, **(more or {})} if iri else {}
    name = path.rpartition("/")[2]
    signposts = [("license", names.LICENCE, ""), ("author", names.REPOSITORY, "")]
    if iri:
        signposts.append(("cite-as", iri, ""))
        signposts += [("describedby", f"{_quoted(name)}.{suffix}", media) for suffix, media in suffixes.items()]
        signposts.append(("type", SCHEMA + ("Dataset" if iri == DATASET else "AboutPage"), ""))
        kind = str((described or {}).get("@type", ""))
        if kind and iri != DATASET:
            signposts += [("type", SCHEMA + kind, ""), ("collection", f"{root}dataset.html", "text/html")]
    formats = [(_FORMAT_NAMES.get(s, s), f"{_quoted(name)}.{s}") for s in suffixes]
    block = {"@context": "https://schema.org", **described} if described else None
    return {
        "title": title,
        "description": " ".join(description.split()),
        "iri": iri,
        "signposts": signposts,
        "formats": formats,
        "described": block,
    }


def _quoted(name: str) -> str:
    return quote(name, safe="~")


def entity(record: Record, iri: str, alternatives: list[str]) -> dict[str, object]:
    """Return an entity as schema.org describes it."""
    kind = next((name for wanted, name in _TYPES.items() if record.is_a(iri, wanted)), "Thing")
    block: dict[str, object] = {"@type": kind, "@id": iri, "name": record.label(iri), "url": iri, **_subject_of()}
    return block | ({"alternateName": alternatives} if alternatives else {})


def claim(record: Record, said: Claim) -> dict[str, object]:
    """Return a claim as schema.org's Claim: who says it, and where it appears."""
    return {
        "@type": "Claim",
        "@id": said.iri,
        "name": headline(record, said),
        "author": {"@type": "Thing", "@id": said.speaker, "name": record.label(said.speaker)},
        "appearance": {"@type": "CreativeWork", "@id": said.source, "name": record.label(said.source)},
        **_subject_of(),
    }


def source(record: Record, found: Source) -> dict[str, object]:
    """Return a source as a schema.org work."""
    kind = "NewsArticle" if names.PACT + "Article" in found.kinds else "CreativeWork"
    block: dict[str, object] = {"@type": kind, "@id": found.iri, "headline": found.label, **_subject_of()}
    if found.publisher:
        block["publisher"] = {"@type": "Organization", "@id": found.publisher, "name": record.label(found.publisher)}
    first = record.first_day(found.issued)
    if first and first == record.last_day(found.issued):
        block["datePublished"] = first
    return block | ({"url": found.url} if found.url else {})


def work(kind: str, iri: str, name: str, about: str = "") -> dict[str, object]:
    """Return anything else that the project publishes as a schema.org work."""
    block: dict[str, object] = {"@type": kind, "@id": iri, "name": name, **_subject_of()}
    return block | ({"description": about} if about else {})


def headline(record: Record, said: Claim) -> str:
    """Return a claim in plain words: its most telling statement, which is rather not a date."""
    first = telling(said)
    return sentence(record, first) if first else record.label(said.iri)


def telling(said: Claim) -> Statement | None:
    """Return the statement that stands for a claim: the first that is not a date or the line of a list."""
    late = {names.PACT + "date", names.PACT + "lists"}
    return min(said.statements, key=lambda s: s[1] in late, default=None)


def sentence(record: Record, statement: Statement) -> str:
    """Return a statement in plain words."""
    subject, predicate, value = statement
    shown = text(value)
    return f"{record.label(subject)} {record.label(predicate)} {record.label(shown)}"


def _subject_of() -> dict[str, object]:
    return {"subjectOf": {"@type": "Dataset", "@id": DATASET, "name": "Moonpact", "license": names.LICENCE}}
