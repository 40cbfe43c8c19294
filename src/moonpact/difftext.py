"""A difference in words: Markdown for a pull request, JSON for tools, an Atom entry for a feed."""

import hashlib
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from moonpact import names
from moonpact.diff import Difference, Dispute, Fact, Members, Moved, Row
from moonpact.diffwords import Words
from moonpact.tables import text, visible

FORMATS = ("markdown", "json", "atom")
MOST_ROWS = 50
# a comment on GitHub holds 65,536 characters
MOST_CHARACTERS = 60_000

_ATOM = "http://www.w3.org/2005/Atom"
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~@&])")


def render(difference: Difference, style: str) -> str:
    """Return a difference in one of `FORMATS`, ending in a newline."""
    return {"markdown": markdown, "json": as_json, "atom": atom}[style](difference)


def markdown(difference: Difference) -> str:
    """Return the difference as Markdown that fits into a comment on a pull request; texts of the data are escaped."""
    words = Words(difference)
    lines = [f"## From {_code(difference.old.name)} to {_code(difference.new.name)}", ""]
    lines += [" ".join(f"{_escape(s)}." for s in words.headlines()), ""]
    if not difference.is_empty:
        lines += [
            "| | gained | lost | changed |",
            "|:--|--:|--:|--:|",
            *(f"| {what} | {gained} | {lost} | {changed} |" for what, gained, lost, changed in _counts(difference)),
        ]
    for heading, items in (("Facts", list(words.facts())), ("Disputes", list(words.disputes()))):
        if items:
            lines += ["", f"### {heading}", "", *_items(items)]
    if difference.questions:
        lines += ["", "### Answers to stored questions"]
    for moved in difference.questions:
        head = f"<code>{moved.question.name}</code> {words.move(moved)}: {_html(moved.question.summary)}"
        if moved.change == "answer":
            lines += ["", f"<details><summary>{head}</summary>", "", *_items(list(words.rows(moved))), "", "</details>"]
        else:
            lines += ["", head]
    return _cut(lines)


def as_json(difference: Difference) -> str:
    """Return the difference as JSON: every fact, dispute and row in full, IRIs and values as plain strings."""
    words = Words(difference)
    document = {
        "old": difference.old.name,
        "new": difference.new.name,
        "summary": list(words.headlines()),
        **{name: vars(getattr(difference, name)) for name in ("sources", "entities", "claims")},
        "facts": {
            "gained": [_fact(f) for f in difference.facts_gained],
            "lost": [_fact(f) for f in difference.facts_lost],
            "changed": [{"old": _fact(a), "new": _fact(b)} for a, b in difference.facts_changed],
            "supportedOtherwise": [{"old": _fact(a), "new": _fact(b)} for a, b in difference.facts_resupported],
        },
        "disputes": {
            "opened": [_dispute(d) for d in difference.disputes_opened],
            "settled": [_dispute(d) for d in difference.disputes_settled],
            "withdrawn": [_dispute(d) for d in difference.disputes_withdrawn],
            "changed": [{"old": _dispute(a), "new": _dispute(b)} for a, b in difference.disputes_resided],
        },
        "questions": [_moved(moved, words) for moved in difference.questions],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def atom(difference: Difference) -> str:
    """Return the difference as an Atom entry (RFC 4287), whose identifier depends on what differs alone."""
    words = Words(difference)
    sentences = [f"{sentence}." for sentence in words.headlines()]
    items = [f"{verb}: {line}" for verb, line in (*words.facts(), *words.disputes())]
    items += [f"{moved.question.name} {words.move(moved)}" for moved in difference.questions]
    identity = hashlib.sha256("\n".join([*sentences, *items]).encode()).hexdigest()[:16]
    ET.register_namespace("", _ATOM)
    entry = ET.Element(f"{{{_ATOM}}}entry")

    def add(name: str, content: str = "", parent: ET.Element = entry, **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = content or None
        return element

    add("id", f"{names.BASE}change/{identity}")
    add("title", sentences[0].removesuffix("."))
    add("updated", f"{difference.new.issued.isoformat()}T00:00:00Z")
    add("name", "Moonpact", add("author"))
    add("link", rel="alternate", href=names.BASE)
    add("summary", " ".join(sentences))
    add("content", "\n".join(items) or sentences[0], type="text")
    ET.indent(entry, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(entry, encoding="unicode") + "\n"


def _counts(d: Difference) -> Iterator[tuple[str, int, int, int]]:
    for name in ("sources", "entities", "claims"):
        members: Members = getattr(d, name)
        yield name, len(members.gained), len(members.lost), len(members.changed)
    yield "facts", len(d.facts_gained), len(d.facts_lost), len(d.facts_changed)
    yield "facts, by their support", 0, 0, len(d.facts_resupported)
    settled = len(d.disputes_settled) + len(d.disputes_withdrawn)
    yield "open disputes", len(d.disputes_opened), settled, len(d.disputes_resided)
    added = [m for m in d.questions if m.change == "added"]
    removed = [m for m in d.questions if m.change == "removed"]
    yield "questions, by their answers", len(added), len(removed), len(d.questions) - len(added) - len(removed)


def _items(items: list[tuple[str, str]]) -> list[str]:
    more = [f"- and {len(items) - MOST_ROWS} more"] if len(items) > MOST_ROWS else []
    return [f"- {verb}: {_escape(line)}" for verb, line in items[:MOST_ROWS]] + more


def _cut(lines: list[str]) -> str:
    """Join lines, leaving out what passes the limit, and say so; a section that is cut is closed."""
    size, kept, is_open = 0, [], False
    for line in lines:
        size += len(line.encode()) + 1
        if size > MOST_CHARACTERS:
            kept += [
                "",
                *(["</details>", ""] if is_open else []),
                "**Too long to be shown whole; the JSON has all.**",
            ]
            break
        is_open = line.startswith("<details>") or (is_open and line != "</details>")
        kept.append(line)
    return "\n".join(kept).rstrip() + "\n"


def _escape(words: str) -> str:
    return _MARKUP.sub(lambda m: f"&#{ord(m[1])};" if m[1] in "@<>&" else f"\\{m[1]}", words)


def _html(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _code(words: str) -> str:
    return f"`{visible(words).replace('`', '')}`"


def _fact(fact: Fact) -> dict[str, object]:
    return {
        "fact": fact.iri, "subject": text(fact.subject), "predicate": text(fact.predicate), "object": text(fact.object),
        "supportedBy": fact.supported_by, "opposedBy": fact.opposed_by,
    }  # fmt: skip


def _dispute(dispute: Dispute) -> dict[str, object]:
    return {
        "dispute": dispute.iri, "about": text(dispute.about), "predicate": text(dispute.predicate),
        "kind": text(dispute.kind), "sides": dispute.sides, "settledBy": text(dispute.settled_by),
    }  # fmt: skip


def _moved(moved: Moved, words: Words) -> dict[str, object]:
    def row(cells: Row) -> dict[str, object]:
        plain = [list(map(text, cell)) if isinstance(cell, tuple) else text(cell) for cell in cells]
        return dict(zip(moved.columns, plain, strict=False))

    return {
        "question": moved.question.name, "summary": moved.question.summary, "change": moved.change,
        "reworded": moved.reworded, "inWords": words.move(moved), "rowsBefore": moved.before, "rowsAfter": moved.after,
        "gained": [row(r) for r in moved.gained], "lost": [row(r) for r in moved.lost],
        "changed": [{"old": row(a), "new": row(b)} for a, b in moved.changed],
        "citedOtherwise": [{"old": row(a), "new": row(b)} for a, b in moved.recited],
    }  # fmt: skip
