"""The articles of the made-up world and what editors find in them; statements are like those of the real data."""

import random
from collections.abc import Callable, Iterator

from benchmarks.chapter import COALITIONS, OUTLETS, TOPIC_NAMES, Chapter, day, imprecise
from benchmarks.terms import CLAIMS, RULINGS, TRUE, A, Content, Quad, edtf, iri, number, pact, term, text
from moonpact import names

VALUE, LOW, HIGH = term("schema:value"), term("schema:minValue"), term("schema:maxValue")


def article(chapter: Chapter, index: int) -> Iterator[Quad]:
    """Yield one article: its source block, its claims with their content, and the passages they rest on."""
    draw = random.Random(f"{chapter.seed}:{chapter.index}:{index}")
    name = chapter.article_name(index)
    source = iri("article", name)
    outlet = iri("organisation", f"outlet-{draw.randrange(OUTLETS):02}")
    issued = day(draw, 2020, 2025)
    shown = issued if draw.random() < 0.4 else f"[{issued[:8]}01..{issued[:8]}28]"
    for predicate, value in (
        (A, pact("Article")),
        (term("schema:headline"), text(f"Made-up news {index} on {chapter.tag}", "en")),
        (term("dcterms:publisher"), outlet),
        (term("dcterms:issued"), edtf(shown)),
        (pact("knownBy"), text("The generator draws it.")),
        (pact("reliability"), pact(draw.choices(("newsReport", "encyclopaedia", "unverified"), (85, 10, 5))[0])),
        (term("schema:url"), f"<https://news.example/{name}>"),
        (term("schema:inLanguage"), text("en")),
        (pact("textDigest"), text(f"{draw.getrandbits(256):064x}")),
        (pact("textLength"), number(6000)),
    ):
        yield CLAIMS, source, predicate, value
    for n in range(draw.randint(24, 34)):
        yield from _claim(chapter, draw, f"{name}/{n}", name, source, outlet, issued, n * 170)


def rulings(chapter: Chapter, articles: int) -> Iterator[Quad]:
    """Yield what editors found in the first `articles` articles: two comparisons and a ruling, if they can be."""
    stages: dict[str, list[str]] = {}
    for index in range(articles):
        for graph, subject, predicate, value in article(chapter, index):
            if predicate == pact("stage") and value == pact("signature"):
                stages.setdefault(subject, []).append(graph)
    pairs = [(subject, sides) for subject, sides in sorted(stages.items()) if len(sides) > 1]
    for n, (subject, sides) in enumerate(pairs[:2]):
        node = iri("comparison", f"{chapter.tag}-{n}")
        for predicate, value in (
            (A, pact("Comparison")),
            (pact("about"), subject),
            (term("rdf:predicate"), pact("counterpart")),
            (pact("kind"), pact("differenceOfWording")),
            *((pact("side"), side) for side in dict.fromkeys(sides[:2])),
            (pact("reason"), text("Two names for one body.", "en")),
        ):
            yield RULINGS, node, predicate, value
    for subject, sides in pairs[2:3]:
        for predicate, value in (
            (A, pact("Ruling")),
            (pact("about"), subject),
            (term("rdf:predicate"), pact("stage")),
            (pact("prefers"), sides[0]),
            (pact("reason"), text("The text of the agreement names the party.", "en")),
        ):
            yield RULINGS, iri("ruling", chapter.tag), predicate, value


def _claim(  # noqa: PLR0913, PLR0917 - what an article knows of itself
    chapter: Chapter, draw: random.Random, name: str, passage: str, source: str, outlet: str, issued: str, start: int
) -> Iterator[Quad]:
    claim = f"<{names.CLAIM}{name}>"
    stance, content = _content(chapter, draw, source)
    spoken = stance in {"opines", "hopes", "urges"} or draw.random() < 0.2
    quoted = spoken and stance != "reports"
    speaker = iri("person", draw.choice(chapter.people)) if quoted else outlet
    for subject, predicate, value in dict.fromkeys(content):
        yield claim, subject, predicate, value
    dated = next((value for _, predicate, value in content if predicate == pact("date")), "")
    about = [
        (A, pact("Claim")),
        (pact("source"), source),
        (pact("speaker"), speaker),
        (pact("stance"), pact(stance)),
        (pact("holdsFrom"), dated or edtf(issued[:7])),
    ]
    if dated:
        about.append((pact("holdsTo"), dated))
    elif stance in {"plans", "expects"}:
        about.append((pact("holdsTo"), edtf("203X")))
    elif draw.random() < 0.6:
        about.append((pact("holdsTo"), edtf(issued[:7])))
    if quoted and draw.random() < 0.2:
        about += [(pact("statedAt"), chapter.one("event", "summit")), (pact("statedOn"), edtf(issued))]
    elif quoted and draw.random() < 0.2:
        hearer = iri("organisation", draw.choice(chapter.bodies))
        about += [(pact("statedTo"), hearer), (pact("relayedBy"), outlet), (pact("machineTranslated"), TRUE)]
    spans = [(start, start + 80)] if draw.random() < 0.7 else [(start, start + 80), (start + 90, start + 160)]
    nodes = [iri("passage", f"{passage}-{first}-{last}") for first, last in spans]
    about += [(pact("evidence"), node) for node in nodes]
    for predicate, value in about:
        yield CLAIMS, claim, predicate, value
    for node, (first, last) in zip(nodes, spans, strict=True):
        for predicate, value in (
            (A, pact("Passage")),
            (term("dcterms:isPartOf"), source),
            (term("oa:start"), number(first)),
            (term("oa:end"), number(last)),
            (pact("firstWords"), text("made-up words")),
            (pact("lastWords"), text("their end")),
            (pact("textDigest"), text(f"{draw.getrandbits(256):064x}")),
        ):
            yield CLAIMS, node, predicate, value


def _content(chapter: Chapter, draw: random.Random, source: str) -> tuple[str, Content]:
    """Return the stance of a claim and what it says of the chapter; `source` is the article that says it."""
    make: Callable[[Chapter, random.Random, str], tuple[str, Content]]
    make = draw.choices(
        (_joining, _binding, _counting, _planning, _judging, _describing),
        (16, 10, 6, 24, 22, 22),
    )[0]
    stance, content = make(chapter, draw, source)
    if stance == "asserts" and draw.random() < 0.06:
        stance = draw.choices(("denies", "reports", "expects"), (12, 9, 13))[0]
    return stance, content


def _joining(chapter: Chapter, draw: random.Random, _source: str) -> tuple[str, Content]:
    n = draw.randrange(len(chapter.accessions))
    accession, joined = chapter.accessions[n], chapter.days[n]
    chance = draw.random()
    if chance < 0.06:
        return "asserts", [(accession, pact("stage"), pact("application" if chance < 0.03 else "intent"))]
    content = [(accession, pact("stage"), pact("signature"))]
    if chance < 0.75:
        content.append((accession, pact("date"), edtf(imprecise(draw, day(draw) if chance < 0.1 else joined))))
    if chance > 0.9:
        content.append((accession, pact("instrument"), chapter.texts[n % len(chapter.texts)]))
    if n < 2 and chance > 0.8:
        content += [(accession, pact("role"), pact("foundingMember")), (accession, pact("amongFirst"), TRUE)]
    return "asserts", content


def _binding(chapter: Chapter, draw: random.Random, _source: str) -> tuple[str, Content]:
    n = draw.randrange(len(chapter.texts))
    deal, state = chapter.texts[n], iri("country", chapter.states[n % len(chapter.states)])
    return "asserts", draw.choice(
        (
            [(deal, pact("party"), state), (deal, pact("signatory"), iri("person", chapter.people[n % 5]))],
            [(deal, pact("concerns"), chapter.coalition), (deal, pact("date"), edtf(imprecise(draw, chapter.days[n])))],
            [(deal, pact("covers"), _topic(draw))],
            [(chapter.accessions[n], pact("instrument"), deal)],
            [(iri("country", chapter.states[0]), pact("leads"), chapter.coalition)],
        )
    )


def _counting(chapter: Chapter, draw: random.Random, _source: str) -> tuple[str, Content]:
    chance = draw.random()
    if chance < 0.15:
        listed = draw.sample(chapter.accessions[: len(chapter.states)], 8)
        every = [(chapter.list, pact("exhaustive"), TRUE)] if chance < 0.05 else []
        return "asserts", [*every, *((chapter.list, pact("lists"), accession) for accession in listed)]
    if chance < 0.25:
        n = draw.randrange(len(chapter.accessions))
        return "asserts", [(chapter.accessions[n], pact("ordinal"), number(n + draw.choices((1, 2), (9, 1))[0]))]
    value = 10 + draw.randrange(3)
    stated = draw.choices((VALUE, LOW, HIGH, pact("approximateValue")), (6, 2, 1, 1))[0]
    goal = chance > 0.85
    stance = draw.choice(("plans", "hopes", "expects")) if goal else "asserts"
    return stance, [(draw.choice(chapter.quantities), stated, number(value + 40 if goal else value))]


def _planning(chapter: Chapter, draw: random.Random, _source: str) -> tuple[str, Content]:
    mission, milestone = draw.choice(chapter.missions), draw.choice(chapter.milestones)
    when = draw.choice(("203X", "2026", "2028", "[..2030]", "[..2035]", "2026~", "[2025..]", "[2030-01..2030-06]"))
    stance = draw.choices(("plans", "expects", "hopes", "urges"), (186, 13, 5, 5))[0]
    return stance, draw.choice(
        (
            [(mission, pact("date"), edtf(when)), (mission, pact("status"), pact("planned"))],
            [(mission, pact("objective"), _topic(draw)), (mission, pact("target"), chapter.places[0])],
            [(mission, pact("operator"), iri("organisation", chapter.bodies[0]))],
            [(mission, pact("carries"), chapter.one("payload", "instrument"))],
            [(milestone, pact("due"), edtf(when)), (milestone, pact("objective"), _topic(draw))],
            [(milestone, pact("concerns"), draw.choice((mission, chapter.facilities[0])))],
            [(chapter.one("phase", "phase-1"), pact("precedes"), chapter.one("phase", "phase-2"))],
            [(chapter.coalition, pact("objective"), _topic(draw))],
        )
    )


def _judging(chapter: Chapter, draw: random.Random, _source: str) -> tuple[str, Content]:
    about = draw.choice(
        (chapter.coalition, chapter.one("event", "summit"), chapter.one("tie", "tie"), *chapter.accessions[:4])
    )
    words = f"a made-up opinion of kind {draw.randrange(50)}"
    return draw.choices(("opines", "asserts", "expects"), (70, 25, 5))[0], [
        (about, pact("assessment"), text(words, "en"))
    ]


def _describing(chapter: Chapter, draw: random.Random, source: str) -> tuple[str, Content]:
    n = draw.randrange(len(chapter.bodies) - 1)
    person, body, above = (
        iri("person", chapter.people[n % 5]),
        iri("organisation", chapter.bodies[n + 1]),
        iri("organisation", chapter.bodies[n]),
    )
    work, image = chapter.one("cooperation", "work"), iri("image", source.rpartition("/")[2][:-1])
    site, place = chapter.facilities[n % 3], chapter.places[n % 3]
    return "asserts", draw.choice(
        (
            [(body, term("org:subOrganizationOf"), above)],
            [(person, term("org:holds"), iri("post", f"{chapter.people[n % 5]}-office"))],
            [(person, term("org:headOf"), above)],
            [(site, term("schema:location"), place), (site, pact("builder"), body)],
            [(place, term("schema:containedInPlace"), chapter.places[(n + 1) % 3])],
            [(site, pact("leasedTo"), iri("country", chapter.states[1])), (site, pact("leasedUntil"), edtf("2050"))],
            [
                (work, pact("covers"), _topic(draw)),
                (work, pact("concerns"), chapter.one("payload", "instrument")),
            ],
            [(chapter.one("contribution", "share"), pact("covers"), _topic(draw))],
            [(chapter.one("contribution", "share"), pact("uses"), site)],
            [(chapter.one("invitation", "call"), pact("invites"), iri("country", chapter.states[-1]))],
            [(chapter.one("tie", "tie"), pact("through"), body)],
            [(chapter.one("policy", "law"), pact("bars"), iri("country", chapter.states[2]))],
            [(chapter.one("payload", "instrument"), pact("developer"), body)],
            [(chapter.one("spacecraft", "craft"), pact("basedOn"), chapter.one("vehicle", "rocket"))],
            [
                (chapter.one("event", "summit"), pact("participant"), person),
                (chapter.one("event", "summit"), pact("date"), edtf(imprecise(draw, chapter.days[0]))),
            ],
            [(iri("country", chapter.states[3]), pact("participatesIn"), chapter.one("programme", "programme"))],
            [(chapter.coalition, pact("parallelTo"), iri("coalition", COALITIONS[chapter.index == 0]))],
            [(source, term("schema:locationCreated"), place)],
            [(chapter.one("event", "announcement"), pact("date"), edtf(imprecise(draw, chapter.days[1])))],
            [(image, term("foaf:depicts"), person), (image, term("prov:wasAttributedTo"), body)],
        )
    )


def _topic(draw: random.Random) -> str:
    return iri("topic", draw.choice(TOPIC_NAMES))
