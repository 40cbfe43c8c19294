"""What the tests of the site share: pages as their elements, and the redirections as a server reads them."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

from moonpact import names

VOID_ELEMENTS = set("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    """One start tag, and for `script`, `style` and `title` the text inside."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Parsed(HTMLParser):
    """A page read as a browser would, as far as the standard library does: elements in order, and unclosed tags."""

    elements: list[Element] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID_ELEMENTS:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> is out of place"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"script", "style", "title"}:
            self.elements[-1].text += data
        else:
            self.words += data


def parse_page(content: bytes) -> Parsed:
    """Return a page's elements; asserts that every element is closed where it should be."""
    page = Parsed()
    page.feed(content.decode())
    page.close()
    assert page.open == []
    return page


def redirect(htaccess: str, path: str, accept: str) -> tuple[int, str] | None:
    """Return the status and target that mod_rewrite would answer for a path and an Accept header, or None.

    Understands what the file uses: RewriteCond on HTTP_ACCEPT with `!`, RewriteRule with R=, L and NE.
    """
    conditions: list[str] = []
    for line in htaccess.splitlines():
        match line.split():
            case ["RewriteCond", "%{HTTP_ACCEPT}", pattern]:
                conditions.append(pattern)
            case ["RewriteRule", pattern, target, flags]:
                wanted, conditions = conditions, []
                found = re.search(pattern, path)
                if found and all(_holds(condition, accept) for condition in wanted):
                    status = re.search(r"R=(\d+)", flags)
                    assert status
                    assert "L" in flags.strip("[]").split(",")
                    return int(status[1]), re.sub(r"\$(\d)", lambda m, f=found: f[int(m[1])] or "", target)  # type: ignore[misc]
            case [] | ["Options" | "RewriteEngine" | "AddType", *_]:
                pass
            case [first, *_]:
                assert first.startswith("#"), f"a directive that this test cannot read: {line}"
    return None


def _holds(condition: str, accept: str) -> bool:
    return not re.search(condition[1:], accept) if condition.startswith("!") else bool(re.search(condition, accept))


def path_of(iri: str) -> str:
    """Return the path in the published folder of the document about an IRI, without its suffix."""
    return unquote(iri.removeprefix(names.BASE).partition("#")[0])
