"""From an article's text to a claims file to edit: what is certain as claims, everything else as comments."""

import re
from collections import Counter
from pathlib import Path

from moonpact import dates, names
from moonpact.cite import article_of, passage_lines, quoted
from moonpact.draftclaim import FILL_IN, Finding, Settings, in_words
from moonpact.errors import MoonpactError
from moonpact.evidence import Text, read_text
from moonpact.load import read_quads
from moonpact.reading import Dated, Mention, Span, find_dates, find_mentions, split_sentences, unknown_names
from moonpact.tables import text as plain
from moonpact.tables import visible

_NAMING = {names.LABEL, names.ALTERNATIVE_LABEL}
_HEADLINE = 120


def draft(root: Path, path: Path, settings: Settings) -> str:
    """Return a claims file in TriG for an English text, to be completed where it says `FILL-IN`.

    A claim stands uncommented only where one sentence says plainly, in the past tense and without any word of
    doubt, that one known party joined or signed one known coalition. Raises MoonpactError if the project
    has the text or the name already, or if publisher or day are none.
    """
    read = read_text(path)
    _refuse(root, read, settings)
    known = _known_names(root)
    first, last = dates.bounds(settings.published) if settings.published else (dates.FIRST_DAY, dates.LAST_DAY)
    published = first if first == last else None
    mentions = find_mentions(read.content, {name: tuple(sorted(iris)) for name, iris in known.items()})
    sentences = split_sentences(read.content)
    dated = find_dates(read.content, published)
    unknown = unknown_names(read.content, sentences, mentions)
    accessions = _accessions(root)
    passages: dict[tuple[int, int], str] = {}
    blocks: list[str] = []
    missing: dict[str, str] = {}
    taken = Counter[str]()
    for sentence in sentences:
        found = Finding(read.content, sentence, mentions, dated, unknown, settings, accessions)
        if found.matters:
            certain, block = found.block(taken)
            blocks.append(block)
            missing |= found.missing_accession()
            if certain:
                passages[sentence.start, sentence.end] = passage_lines(
                    settings.article, sentence.start, sentence.end, sentence.words
                )
    body = [
        "# Source\n", _source(read, settings), "# Claims, in the order of the text\n", *blocks,
        *(["# Passages\n", *passages.values()] if passages else []),
        _comments(mentions, dated, unknown, _new_entities(settings, known, list(missing.values()))),
    ]  # fmt: skip
    return _with_prefixes(settings.article, "\n".join(body))


def _refuse(root: Path, read: Text, settings: Settings) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", settings.article):
        raise MoonpactError(
            f"“{settings.article}” is no short name for an article",
            remedy="Give one with --article: lower-case words and dashes, such as senegal-signs.",
        )
    if not read.content.strip():
        raise MoonpactError("this text is empty", where=str(read.path))
    owner = article_of(root, read.digest)
    if owner:
        raise MoonpactError(
            f"the article “{owner}” has this text already",
            where=str(read.path),
            remedy=f"Add claims to data/claims/{owner}.trig with “moonpact cite”.",
        )
    kinds = {path.stem for path in (root / "data/entities").glob("*.ttl")}
    written = root / f"data/claims/{settings.article}.trig"
    # the shell makes an empty file before a command whose output goes into it
    if settings.article in kinds or (written.exists() and written.stat().st_size):
        raise MoonpactError(f"the name “{settings.article}” is taken", remedy="Give another with --article.")
    if settings.publisher and not re.fullmatch(r"(?:organisation|country|group):[\w.-]*\w", settings.publisher):
        raise MoonpactError(
            f"“{settings.publisher}” is no name of a publisher", remedy="Write it as in organisation:spacenews."
        )
    try:
        dates.bounds(settings.published or "2000")
    except ValueError as error:
        raise MoonpactError(str(error), remedy="Write --published as in 2024-05-14.") from error


def _known_names(root: Path) -> dict[str, set[str]]:
    """Return the short names of entities by each of their English names, if it has a capital letter."""
    known: dict[str, set[str]] = {}
    for path in sorted((root / "data/entities").glob("*.ttl")):
        for quad in read_quads(path, names.ENTITIES_GRAPH):
            name = plain(quad.object)
            if quad.predicate.value in _NAMING and any(c.isupper() for c in name):
                known.setdefault(name, set()).add(names.shorten(plain(quad.subject)))
    return known


def _accessions(root: Path) -> dict[tuple[str, str], str]:
    """Return the accessions that the project has, by party and coalition."""
    parts: dict[str, dict[str, str]] = {}
    for quad in read_quads(root / "data/entities/accession.ttl", names.ENTITIES_GRAPH):
        parts.setdefault(names.shorten(plain(quad.subject)), {})[quad.predicate.value] = plain(quad.object)
    return {
        (names.shorten(p[f"{names.PACT}party"]), names.shorten(p[f"{names.PACT}coalition"])): accession
        for accession, p in parts.items()
        if f"{names.PACT}party" in p and f"{names.PACT}coalition" in p
    }


def _source(read: Text, settings: Settings) -> str:
    line = next(filter(None, map(str.strip, read.content.splitlines())))
    headline = f"# If the first line is the headline: {quoted(visible(line))}\n" if len(line) <= _HEADLINE else ""
    return (
        f"{headline}article:{settings.article} a pact:Article ;\n"
        f'    schema:headline "{FILL_IN}"@en ;\n'
        f"    dcterms:publisher {settings.publisher or f'organisation:{FILL_IN}'} ;\n"
        f'    dcterms:issued "{settings.published or FILL_IN}"^^edtf:EDTF ;\n'
        f'    pact:knownBy "{FILL_IN}" ;\n'
        f"    # newsReport, officialBody, digest, or reprint (then with pact:originator)?\n"
        f"    # pact:reliability pact:{FILL_IN} ;\n"
        f"    # schema:url <{FILL_IN}> ;\n"
        f'    schema:inLanguage "en" ;\n'
        f'    pact:textDigest "{read.digest}" ;\n'
        f"    pact:textLength {len(read.content)} .\n"
    )


def _new_entities(settings: Settings, known: dict[str, set[str]], accessions: list[str]) -> dict[str, list[str]]:
    """Return descriptions to add to the files of entities, by the kind that names the file."""
    kind = settings.publisher.partition(":")[0]
    found = {"accession": accessions} if accessions else {}
    if kind == "organisation" and not any(settings.publisher in iris for iris in known.values()):
        found[kind] = [f'{settings.publisher} a pact:MediaOutlet ;\n    rdfs:label "{FILL_IN}"@en .\n']
    return found


def _comments(mentions: list[Mention], dated: list[Dated], unknown: list[Span], missing: dict[str, list[str]]) -> str:
    """Return what the curator may need and no claim says: entities to describe, names, dates."""
    lines = []
    for kind, blocks in missing.items():
        lines += [f"To data/entities/{kind}.ttl:", ""]
        lines += [line for block in blocks for line in (*block.splitlines(), "")]
    if unknown:
        lines += ["Unknown names; describe in data/entities/ those that claims need:", ""]
        lines += [f"{n.start}–{n.end} {visible(n.words)}" for n in unknown]
    counted = Counter(f"{' or '.join(m.iris)} “{visible(m.words)}”" for m in mentions)
    if counted:
        lines += ["", "Known names:", "", *(f"{name}, {n} times" if n > 1 else name for name, n in counted.items())]
    if dated:
        lines += ["", "Dates:", "", *(f"{d.start}–{d.end} “{visible(d.words)}” is {in_words(d)}" for d in dated)]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _with_prefixes(article: str, body: str) -> str:
    used = sorted(set(re.findall(r"(?<![\w“])([a-z][\w-]*):(?=[\w-])", body)))
    prefixes = {p: names.VOCABULARIES.get(p) or f"{names.CLAIM if p == article else names.ID}{p}/" for p in used}
    return "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in prefixes.items()) + "\n" + body
