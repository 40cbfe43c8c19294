"""Passages and texts: the words that a span covers, and their digests."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from moonpact.errors import MoonpactError

LINK_WORDS = 3


@dataclass(frozen=True)
class Text:
    """The text of one source as it was read: file, content and the SHA-256 of its bytes."""

    path: Path
    content: str
    digest: str


def digest(words: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in lower-case hexadecimal digits."""
    return hashlib.sha256(words.encode()).hexdigest()


def read_texts(folder: Path) -> dict[str, Text]:
    """Return the texts (`*.txt`) of a folder by the SHA-256 of their bytes.

    Raises MoonpactError if the folder has no texts or one is not UTF-8.
    """
    if not folder.is_dir():
        raise MoonpactError("no such folder of texts", where=str(folder), remedy="Name it with --texts DIR.")
    texts = [read_text(path) for path in sorted(folder.glob("*.txt"))]
    if not texts:
        raise MoonpactError("no *.txt file in this folder of texts", where=str(folder))
    return {text.digest: text for text in texts}


def read_text(path: Path) -> Text:
    """Return one text; line ends stay as they are, so that offsets count every character."""
    try:
        raw = path.read_bytes()
        return Text(path, raw.decode("utf-8"), hashlib.sha256(raw).hexdigest())
    except (OSError, UnicodeDecodeError) as error:
        remedy = "Save the text as UTF-8." if isinstance(error, UnicodeDecodeError) else ""
        raise MoonpactError(f"cannot be read as UTF-8: {error}", where=str(path), remedy=remedy) from error


def end_words(words: str) -> tuple[str, str]:
    """Return the first and last few words of a passage; a short one is returned whole, with no last words.

    Never more than seven words in a row: the passage itself belongs to its author.
    """
    split = words.split()
    if len(split) <= 2 * LINK_WORDS and len(re.findall(r"\w+", words)) <= 2 * LINK_WORDS + 1:
        return " ".join(split), ""
    return " ".join(split[:LINK_WORDS]), " ".join(split[-LINK_WORDS:])


def find_passage(text: Text, words: str) -> list[tuple[int, int]]:
    """Return all spans (start, end) of a passage in a text, given as it stands there or with ` ... ` for a gap.

    White space in `words` matches any run of white space. With a gap, each span runs from the words
    before it to the nearest words after it.
    """
    parts = [re.escape(part.strip()) for part in words.split(" ... ")]
    pattern = r"[\s\S]*?".join(re.sub(r"(?:\\\s|\s)+", r"\\s+", part) for part in parts)
    return [match.span() for match in re.finditer(pattern, text.content)]


def text_fragment(first: str, last: str) -> str:
    """Return the `#:~:text=` fragment that opens a page at a passage (WICG Scroll to Text Fragment)."""
    # a dash or comma has a meaning of its own in the directive
    parts = [quote(words, safe="").replace("-", "%2D") for words in (first, last) if words]
    return "#:~:text=" + ",".join(parts)
