"""Templates to pages: escaping, links relative to the page, and the head that every page has."""

import json
import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from moonpact import __version__, names
from moonpact.evidence import text_fragment
from moonpact.questions import Cell
from moonpact.site.addresses import page_of, root_from, web_address
from moonpact.site.model import Claim, Passage
from moonpact.site.record import Record
from moonpact.site.wording import counted, date_in_words, noun
from moonpact.tables import text, visible

# runs of characters that may have to be escaped in a data block
_UNSAFE = re.compile(r"[<>&\x00-\x1f\x7f]|[^\x00-\x7f]+")


@cache
def environment() -> Environment:
    """Return the templates: every value is escaped, and characters that could mislead a reader are shown."""
    found = Environment(
        loader=PackageLoader("moonpact.site"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    found.globals.update(version=__version__, licence=names.LICENCE, repository=names.REPOSITORY, base=names.BASE)
    found.filters.update(date=date_in_words, noun=noun, counted=counted, short=names.shorten)
    found.filters.update(source_code=source_code, web=web_address)
    return found


def _finalize(value: Any) -> Any:  # noqa: ANN401 - whatever a template shows
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def source_code(code: str) -> Markup:
    """Return a program's text for `<pre>`: line breaks stay, other control characters are shown."""
    return Markup("\n").join(escape(visible(line)) for line in code.splitlines())


@cache
def _time(edtf: str) -> Markup:
    words = visible(date_in_words(edtf))
    return Markup('<time class="date" data-edtf="{0}" title="{0}">{1}</time>').format(visible(edtf), words)


@cache
def _frame(template: str, root: str, current: str, scripts: frozenset[str]) -> Markup:
    written = environment().get_template(template).render(root=root, current=current, scripts=scripts)
    return Markup(written)  # noqa: S704 - the template escapes


class Page:
    """One page: where it stands, and how it links to others."""

    def __init__(self, record: Record, path: str, *, scripts: frozenset[str] = frozenset(), root: str = "") -> None:
        """Take the page's path from the root of the site, such as `id/country/peru.html`.

        `root` is what leads from the page to the root, where the page is shown at other addresses than its own.
        """
        self.record, self.path, self.scripts = record, path, scripts
        self.root = root or root_from(path)

    def render(self, template: str, **values: object) -> bytes:
        """Return the page; templates see it as `page` and the graph as `record`."""
        found = environment().get_template(template)
        return found.render(page=self, root=self.root, record=self.record, **values).encode()

    def frame(self, template: str) -> Markup:
        """Return what stands above or below all pages, written once for those that are as deep and in no menu."""
        current = self.path if self.path.endswith("/index.html") or self.path == "dataset.html" else ""
        return _frame(template, self.root, current, self.scripts)

    def href(self, iri: str) -> str | None:
        """Return the link to what an IRI names: its page here, its address on the web, or None."""
        path = page_of(iri)
        if path is None:
            return web_address(iri)
        if path.partition("#")[0].removesuffix(".html") not in self.record.documents:
            return None
        return self.root + path

    def link(self, iri: str, words: str | None = None) -> Markup:
        """Return an IRI as a link with its label; what may not be clicked is shown as text."""
        key = (self.root, iri, words)
        found = self.record.links.get(key)
        if found is None:
            found = self.record.links[key] = self._link(iri, words)
        return found

    def _link(self, iri: str, words: str | None) -> Markup:
        shown = escape(visible(words if words is not None else self.record.label(iri)))
        href = self.href(iri)
        if href is None:
            return shown
        if href.startswith("http"):
            return Markup('<a href="{}" rel="external noreferrer">{}</a>').format(href, shown)
        return Markup('<a href="{}">{}</a>').format(href, shown)

    def card(self, claim: Claim, with_source: bool) -> Markup:  # noqa: FBT001 - templates pass it
        """Return a claim as lists show it: its content, who says it in which source, and where the words stand."""
        key = (self.root, claim.iri, with_source)
        found = self.record.cards.get(key)
        if found is None:
            template = environment().get_template("claim-card.html")
            written = template.render(page=self, record=self.record, claim=claim, with_source=with_source)
            found = self.record.cards[key] = Markup(written)  # noqa: S704 - the template escapes
        return found

    def term(self, cell: Cell) -> Markup:
        """Return a term of the graph: an IRI as a link, a date in words, other literals as their text."""
        if isinstance(cell, NamedNode):
            return self.link(cell.value)
        if isinstance(cell, Literal):
            if cell.datatype.value == names.EDTF:
                return self.time(cell.value)
            return escape(visible(cell.value))
        return escape(visible(text(cell)))

    def time(self, edtf: str) -> Markup:
        """Return an EDTF date in words, with the EDTF text beside it for machines and as a title."""
        return _time(edtf)

    def at_publisher(self, passage: Passage) -> str | None:
        """Return the address that opens the publisher's page at a passage, if the source has an address."""
        source = self.record.sources.get(passage.source)
        url = web_address(source.url) if source else None
        return url + text_fragment(passage.first, passage.last) if url else None

    def json(self, document: object) -> Markup:
        """Return a JSON document for a data block of the page; no text of it can end the block."""
        written = json.dumps(document, ensure_ascii=False, sort_keys=True)
        return Markup(_UNSAFE.sub(_escaped, written))  # noqa: S704 - what could mislead is escaped


def _escaped(found: re.Match[str]) -> str:
    """Return characters as JSON escapes them, but for letters of other scripts, which may stay."""
    return "".join(c if c.isprintable() and c not in "<>&" else _escape(c) for c in found[0])


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if not character.isascii() else f"\\u{ord(character):04x}"
