"""Exact evidence: a passage found in a text becomes a claim to fill in."""

from pathlib import Path

from pyoxigraph import NamedNode

from moonpact import names
from moonpact.errors import MoonpactError
from moonpact.evidence import digest, end_words, find_passage, read_text
from moonpact.load import load
from moonpact.tables import text

_MOST = 5


def skeletons(root: Path, path: Path, words: str, article: str | None, *, furniture: bool = False) -> str:
    """Return a claim skeleton in TriG for each place (five at most) where a text has the given words.

    With `furniture`, the words belong to the site and not to the article, and are described as such.
    Raises MoonpactError if the words do not occur, or if no article of the project has this text and
    none is named.
    """
    read = read_text(path)
    name = article or article_of(root, read.digest)
    if not name:
        raise MoonpactError(
            "no article of the project has this text",
            where=str(path),
            remedy=f"Name it with --article NAME. SHA-256 {read.digest}, {len(read.content)} characters.",
        )
    if not words.strip(" ."):
        raise MoonpactError("which words?", where=str(path), remedy="Give the words that say it, as the text has them.")
    spans = find_passage(read, words)
    if not spans:
        raise MoonpactError(
            f"the words “{words}” do not occur",
            where=str(path),
            remedy="Copy them from the text, with its quotation marks and dashes; bridge a gap with “ ... ”.",
        )
    skeleton = _furniture if furniture else _skeleton
    parts = [skeleton(name, start, end, read.content[start:end]) for start, end in spans[:_MOST]]
    more = f"# {len(spans) - _MOST} more places\n" if len(spans) > _MOST else ""
    return "\n".join(parts) + more


def article_of(root: Path, sha256: str) -> str | None:
    """Return the short name of the project's article with a text of this SHA-256, if there is one."""
    digests = load(root).quads_for_pattern(None, NamedNode(names.PACT + "textDigest"), None)
    stem = names.ID + "article/"
    for quad in digests:
        if text(quad.object) == sha256 and text(quad.subject).startswith(stem):
            return text(quad.subject).removeprefix(stem)
    return None


def _skeleton(article: str, start: int, end: int, words: str) -> str:
    said = f"{article}:NAME {{\n    SUBJECT PROPERTY VALUE .\n}}"
    about = claim_lines(article, "NAME", "SPEAKER", "asserts", "DATE", start, end)
    return f"{said}\n{about}\n{passage_lines(article, start, end, words)}"


def _furniture(article: str, start: int, end: int, words: str) -> str:
    lines = [
        f"furniture:{article}-{start}-{end} a pact:Furniture ;",
        f"    dcterms:isPartOf article:{article} ;",
        f"    oa:start {start} ;",
        f"    oa:end {end} ;",
        f'    pact:textDigest "{digest(words)}" .',
    ]
    return "\n".join(lines) + "\n"


def claim_lines(  # noqa: PLR0913, PLR0917 - what a claim needs
    article: str, name: str, speaker: str, stance: str, since: str, start: int, end: int
) -> str:
    """Return what a claim says of itself, in TriG, ending in a newline."""
    lines = [
        f"{article}:{name} a pact:Claim ;",
        f"    pact:source article:{article} ;",
        f"    pact:speaker {speaker} ;",
        f"    pact:stance pact:{stance} ;",
        f'    pact:holdsFrom "{since}"^^edtf:EDTF ;',
        f"    pact:evidence passage:{article}-{start}-{end} .",
    ]
    return "\n".join(lines) + "\n"


def passage_lines(article: str, start: int, end: int, words: str) -> str:
    """Return the description of one passage in TriG: offsets, the words at its ends, digest; it ends in a newline."""
    first, last = end_words(words)
    lines = [
        f"passage:{article}-{start}-{end} a pact:Passage ;",
        f"    dcterms:isPartOf article:{article} ;",
        f"    oa:start {start} ;",
        f"    oa:end {end} ;",
        f"    pact:firstWords {quoted(first)} ;",
        *([f"    pact:lastWords {quoted(last)} ;"] if last else []),
        f'    pact:textDigest "{digest(words)}" .',
    ]
    return "\n".join(lines) + "\n"


def quoted(words: str) -> str:
    """Return a text as a Turtle string in double quotes, on one line."""
    return f'"{" ".join(words.split()).replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"'
