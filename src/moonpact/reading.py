"""What an English text speaks of: known names, dates, sentences, and phrases of joining, planning and denying."""

import re
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from importlib import import_module
from typing import Any

from moonpact.errors import MoonpactError

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_FULL = re.compile(
    rf"\b(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|{_MONTH}\s+{_DAY},?\s+{_YEAR}|{_MONTH},?\s+{_YEAR}|\d{{4}}-\d\d-\d\d|{_YEAR})\b(?![\d-]|s\b)"
)
_PARTIAL = re.compile(
    rf"\b(?:(?:early|mid|late)[ -])?(?:{_DAY}\s+{_MONTH}|{_MONTH}\s+{_DAY}|{_MONTH}(?=[\s,.;]))(?!\w)"
    r"|\b(?:last|this|next)\s+(?:week|month|year|summer|spring|autumn|fall|winter)\b"
    r"|\b(?:(?:on|last|next)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:today|yesterday|tomorrow|earlier this (?:week|month|year))\b"
    r"|\b(?:19|20)\d0s\b"
)
# a capitalised word or several in one line, also with “of” and its like between them
_WORD = rf"(?!{_MONTH}\b)[A-ZÀ-Ý](?:\.[A-Z])*[\w’'‑-]*"
_NAME = re.compile(
    rf"\b{_WORD}(?:[ \u00a0](?:(?:of|de|da|del|van|von|al|el)[ \u00a0](?:the )?)?(?:[A-Z]\.(?= [A-Z])|{_WORD}|\d+\b))*"
)
_NO_NAME = re.compile(
    r"\w+day|I|It|Its|He|She|They|We|You|This|That|These|Those|The|A|An|And|But|In|On|At|As|If|For|To|Of|By|There|Here"
    r"|His|Her|Their|Our|All|Both|No|Not|Some|Other|Officials?|Members?|(?:In|On|By|Since|Until|From|Before|After) \d+"
)
_NEAR = 12
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[“\"‘(]?[A-Z0-9])|\s*\n\s*")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|No|Gen|Sen|Gov|vs|e\.g|i\.e)|\b(?:[A-Z]\.)+[A-Z])\.$")
_QUOTE = re.compile(r"[“”\"«»]")

PHRASES = {
    "join": r"joined|joins|acceded|accedes|has become (?:a|the) [\w ]{0,20}?(?:member|signatory|country|nation)",
    "become": r"(?:became|becomes|becoming) (?:a|an|the) [\w ]{0,20}?(?:member|signatory|country|nation|state)",
    "sign": r"signed|signs|inked|signing of|added (?:its|their) signature",
    "intend": r"join|sign|accede|joining|signing",
    "cancel": r"cancel(?:led|ed|s|ling)|cancellation|scrapped|called off|withdrew|withdrawn|withdraws|pulled out",
    "plan": r"plans?|planned|planning|intends?|intended|aims?|aimed|will|is to|are to|scheduled|slated|due",
    "hope": r"hopes?|hoped|hoping|wishes|urges?|urged|called on",
    "expect": r"could|(?-i:may)|might|would|likely|expected|expects",
    "report": r"reportedly|understood to|rumou?red|according to|sa(?:id|ys)|told|announced that|claim(?:s|ed|ing)?"
    r"|alleged(?:ly)?|apparently|supposed(?:ly)?|seem(?:s|ed)|appear(?:s|ed)|believed|thought to|disputed|contested",
    "deny": r"not|never|\w+n[’']t|neither|nor|no longer|den(?:y|ies|ied)|refused|refuses|rejected"
    r"|without|false(?:ly)?|wrong(?:ly)?|untrue|mistaken(?:ly)?|failed to|instead of|rather than|almost|nearly",
    "condition": r"if|unless|whether|before|ahead of|until|once|when|as though",
}
_PHRASES = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in PHRASES.items()}


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` of a text, and the words that they hold."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Mention(Span):
    """A known name in a text, with all that it may stand for; `bare` unless it is part of “China-led” or “China’s”."""

    iris: tuple[str, ...] = ()
    bare: bool = True


@dataclass(frozen=True)
class Dated(Span):
    """A date in a text as EDTF; `sure` if the words give all of it, otherwise counted from the day of publication."""

    edtf: str = ""
    sure: bool = True


@dataclass(frozen=True)
class Sentence(Span):
    """A sentence or line with the phrases in it, by kind."""

    phrases: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    quotes: bool = False


def find_mentions(content: str, known: Mapping[str, tuple[str, ...]]) -> list[Mention]:
    """Return the known names in a text, the longest wherever several begin, in order; they never overlap."""
    ahocorasick = _library("ahocorasick", "pyahocorasick")
    automaton = ahocorasick.Automaton()
    for name, iris in known.items():
        automaton.add_word(_plain(name), (len(name), iris))
    if not len(automaton):
        return []
    automaton.make_automaton()
    longer = {at: m.span() for m in _NAME.finditer(content) for at in range(*m.span())}
    found = []
    for last, (length, iris) in automaton.iter(_plain(content)):
        start, end = last - length + 1, last + 1
        if not (_joined(content, start - 1) or _joined(content, end)):
            found.append(Mention(start, end, content[start:end], iris, _is_bare(content, start, end, longer)))
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _library(module: str, name: str) -> Any:  # noqa: ANN401 - the libraries bring no types
    try:
        return import_module(module)
    except ImportError as error:
        raise MoonpactError(f"{name} is not installed", remedy="pip install 'moonpact[draft]'") from error


def _is_bare(content: str, start: int, end: int, longer: Mapping[int, tuple[int, int]]) -> bool:
    if re.match(r"[-‑–]\w|[’']s?\b", content[end:]) or content[max(start - 1, 0) : start] in {"-", "‑"}:
        return False
    first, last = longer.get(start, (start, end))
    before = content[first:start].strip().removeprefix("The")
    return last <= end and not before


def _plain(text: str) -> str:
    """Return a text of the same length with one kind of apostrophe, dash and space."""
    return text.translate(str.maketrans("’‘‑\u00a0\n", "''-  "))


def _joined(content: str, at: int) -> bool:
    return 0 <= at < len(content) and (content[at].isalnum() or content[at] == "_")


def find_dates(content: str, published: date | None) -> list[Dated]:
    """Return the dates in a text, in order.

    What is not written out in full is resolved from the day of publication and not sure, or without EDTF if
    there is no such day or the words are too vague.
    """
    found = [Dated(m.start(), m.end(), m[0], _edtf(m[0], None), sure=True) for m in _FULL.finditer(content)]
    taken = {i for d in found for i in range(d.start, d.end)}
    found += [
        Dated(m.start(), m.end(), m[0], _edtf(m[0], published), sure=False)
        for m in _PARTIAL.finditer(content)
        if m.start() not in taken and m.end() - 1 not in taken
    ]
    return sorted(found, key=lambda d: d.start)


def _edtf(words: str, published: date | None) -> str:
    if re.fullmatch(_YEAR, words):
        return words
    if re.fullmatch(_YEAR[:-2] + "0s", words) or re.fullmatch(r"(?:19|20)\d0s", words):
        return f"{words[:3]}X"
    with warnings.catch_warnings():
        # dateparser 1.5 asks for time zones in a way that Python 3.12 warns of
        warnings.simplefilter("ignore")
        parser = _library("dateparser.date", "dateparser").DateDataParser
        settings: dict[str, object] = {"PREFER_DATES_FROM": "past"}
        if published:
            settings["RELATIVE_BASE"] = datetime.combine(published, time(12))
        elif not re.search(_YEAR, words):
            return ""
        found = parser(languages=["en"], settings=settings).get_date_data(
            words.removeprefix("on ").removeprefix("earlier ")
        )
    if found.date_obj is None:
        return ""
    return str(found.date_obj.date())[: {"day": 10, "month": 7, "year": 4}.get(found.period, 10)]


def split_sentences(content: str) -> list[Sentence]:
    """Return the sentences and lines of a text in order, with the phrases in each."""
    pieces, start = [], 0
    for match in _SENTENCE_END.finditer(content):
        if "\n" not in match[0] and _ABBREVIATION.search(content[start : match.start()]):
            continue
        end = match.start() + len(match[0]) - len(match[0].lstrip('”"’)'))
        pieces.append((start, end))
        start = match.end()
    pieces.append((start, len(content.rstrip())))
    sentences = []
    for start, end in pieces:
        words = content[start:end]
        if words.strip():
            phrases = {
                kind: tuple(Span(start + m.start(), start + m.end(), m[0]) for m in pattern.finditer(words))
                for kind, pattern in _PHRASES.items()
            }
            kinds = {kind: spans for kind, spans in phrases.items() if spans}
            sentences.append(Sentence(start, end, words, kinds, bool(_QUOTE.search(words))))
    return sentences


def unknown_names(content: str, sentences: Iterable[Sentence], known: Iterable[Mention]) -> list[Span]:
    """Return capitalised names that are not known, each at its first place.

    A single word that begins a sentence counts if it stands elsewhere too, or if a phrase of ours follows at once.
    """
    listed = list(sentences)
    begins = {s.start + (len(s.words) - len(s.words.lstrip('“"‘('))) for s in listed}
    acts = {span.start for s in listed for spans in s.phrases.values() for span in spans}
    owner = {i: mention for mention in known for i in range(mention.start, mention.end)}
    found: dict[str, Span] = {}
    first_words: list[Span] = []
    for match in _NAME.finditer(content):
        words = re.sub(r"[’']s$|[’'-]+$", "", match[0])
        start = match.start()
        if words.startswith("The "):
            start, words = start + 4, words[4:]
        name = Span(start, start + len(words), words)
        inside = {owner[i] for i in range(name.start, name.end) if i in owner}
        if _NO_NAME.fullmatch(words) or len(inside) > 1 or any(m.bare or m.words == words for m in inside):
            continue
        follows = any(at in acts for at in range(name.end, name.end + _NEAR))
        if name.start in begins and " " not in words and not follows:
            first_words.append(name)
        else:
            found.setdefault(words, name)
    for name in first_words:
        if name.words in found and name.start < found[name.words].start:
            found[name.words] = name
    return sorted(found.values(), key=lambda n: n.start)
