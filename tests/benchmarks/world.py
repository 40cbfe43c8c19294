"""A made-up world of any size in our model, for benchmarks and tests only: it is never mixed with real data.

The world grows by chapters. A chapter is one coalition with its parties, bodies, texts, missions and people, and
the articles about them; states, outlets and topics are common to all chapters. A chapter depends on the seed and
its number alone, so a world can be written as a stream, and new articles on an old chapter never end.
How often each stance, property and precision of dates occurs follows the real data of November 2026.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

from benchmarks.articles import article, rulings
from benchmarks.chapter import OUTLETS, STATE_NAMES, TOPIC_NAMES, Chapter, entity
from benchmarks.terms import CLAIMS, ENTITIES, RULINGS, Quad, iri, pact, term
from moonpact import names
from moonpact.load import read_quads

ARTICLES_A_CHAPTER = 24


def _common() -> dict[str, list[Quad]]:
    """Return the identities that chapters share, by name: states, outlets and topics."""
    shared = [("country", name, pact("State")) for name in STATE_NAMES]
    shared += [("organisation", f"outlet-{n:02}", pact("MediaOutlet")) for n in range(OUTLETS)]
    shared += [("topic", name, term("skos:Concept")) for name in TOPIC_NAMES]
    return {iri(kind, name): list(entity(iri(kind, name), [of], f"made-up {kind} {name}")) for kind, name, of in shared}


def world(quads: int, seed: int = 8) -> Iterator[Quad]:
    """Yield a world of about `quads` quads, not counting the ontology; it ends after a whole article."""
    written, unseen = 0, _common()

    def counted(part: Iterator[Quad]) -> Iterator[Quad]:
        nonlocal written
        for quad in part:
            written += 1
            yield quad
            if quad[3] in unseen:
                identity = unseen.pop(quad[3])
                written += len(identity)
                yield from identity

    for index in count():
        chapter = Chapter(seed, index)
        yield from counted(chapter.entities())
        articles = 0
        while articles < ARTICLES_A_CHAPTER and (written < quads or not articles):
            yield from counted(article(chapter, articles))
            articles += 1
        yield from counted(rulings(chapter, articles))
        if written >= quads:
            return


def new_articles(chapters: int, seed: int = 8) -> Iterator[tuple[str, list[Quad]]]:
    """Yield one article after another, without end, on the first `chapters` chapters of a world."""
    for index in count(ARTICLES_A_CHAPTER):
        for number_of_chapter in range(chapters):
            chapter = Chapter(seed, number_of_chapter)
            yield chapter.article_name(index), list(article(chapter, index))


def nquads(root: Path, quads: int, seed: int = 8) -> Iterator[str]:
    """Yield the lines of a world with the ontology of the project at `root`, as N-Quads."""
    for path in sorted((root / "ontology").glob("*.ttl")):
        for quad in read_quads(path, names.ONTOLOGY_GRAPH):
            yield f"{quad} .\n"
    for graph, subject, predicate, value in world(quads, seed):
        yield f"{subject} {predicate} {value} {graph} .\n"


def write_nquads(root: Path, path: Path, quads: int, seed: int = 8) -> int:
    """Write a world as N-Quads and return the number of its lines."""
    lines = nquads(root, quads, seed)
    total = 0
    with path.open("w", encoding="utf-8") as out:
        while block := list(islice(lines, 100_000)):
            out.writelines(block)
            total += len(block)
    return total


def write_project(root: Path, folder: Path, quads: int, seed: int = 8) -> None:
    """Write a world as a project folder: rules, questions and ontology of `root`, made-up entities and claims."""
    for part in ("ontology", "queries", "shapes"):
        shutil.copytree(root / part, folder / part)
    files: dict[str, list[str]] = {}
    article_file = ""
    for graph, subject, predicate, value in world(quads, seed):
        kind, _, name = subject.removeprefix(f"<{names.ID}").removesuffix(">").partition("/")
        if value == pact("Article"):
            # the one before is whole: only one article's text is held at a time
            _write_file(folder, article_file, files.pop(article_file, []))
            article_file = f"claims/{name}.trig"
        file = {ENTITIES: f"entities/{kind}.ttl", RULINGS: "comparisons.ttl"}.get(graph, article_file)
        named = "" if graph in {CLAIMS, ENTITIES, RULINGS} else graph
        files.setdefault(file, []).append(f"{subject} {predicate} {value} {named} .\n")
    for file, lines in files.items():
        _write_file(folder, file, lines)


def _write_file(folder: Path, name: str, lines: list[str]) -> None:
    if not lines:
        return
    path = folder / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    target = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE
    parsed = parse("".join(lines).encode(), format=RdfFormat.N_QUADS)
    quads_or_triples = parsed if target == RdfFormat.TRIG else (quad.triple for quad in parsed)
    serialize(quads_or_triples, str(path), format=target, prefixes=names.VOCABULARIES)


def main() -> None:
    """Write a world to a file, or as a project folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("quads", type=int)
    parser.add_argument("target", type=Path, help="a file ending in .nq, or a new folder")
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    root = Path(__file__).parents[2]
    if given.target.suffix == ".nq":
        total = write_nquads(root, given.target, given.quads, given.seed)
        sys.stdout.write(f"{total} quads in {given.target}\n")
    else:
        write_project(root, given.target, given.quads, given.seed)


if __name__ == "__main__":
    main()
