"""From a question's name to its answer: as of today or as known on a day, from files or an endpoint."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from moonpact import names
from moonpact.dates import FIRST_DAY, bounds
from moonpact.derive import derive
from moonpact.endpoint import ask_endpoint, fetch_claims
from moonpact.load import add_date_bounds, forget_later_sources, load, read_quads, source_files
from moonpact.questions import Answer, bind, entity_kinds, find_question, parameters, run
from moonpact.tables import text

_LABELS = (NamedNode(names.LABEL), NamedNode(names.ALTERNATIVE_LABEL))
# of suggestions: how many are compared, how alike they must be (in percent), and how far they may stand behind the best
_LIKE, _LIKENESS, _AS_LIKE = 6, 70, 10


def open_graph(root: Path, known_on: date | None = None, endpoint: str | None = None) -> Store:
    """Return claims and what they support, as known today or on a day, from files or from an endpoint."""
    if endpoint:
        store = fetch_claims(endpoint)
        if known_on:
            forget_later_sources(store, known_on)
        add_date_bounds(store)
    else:
        store = load(root, known_on=known_on)
    derive(store, root)
    return store


def ask(
    root: Path,
    name: str,
    values: Mapping[str, str],
    known_on: date | None = None,
    endpoint: str | None = None,
) -> Answer:
    """Return the answer to a stored question with its parameters bound.

    With `known_on`, facts and disagreements are derived anew from the sources known on that day, and a
    parameter `known_on` of the question, if it has one, is bound to the day.
    """
    question = find_question(root, name)
    given = dict(values)
    if known_on and "known_on" in parameters(question):
        given.setdefault("known_on", known_on.isoformat())
    query = bind(question, given, entity_kinds(root))
    return ask_text(root, query, known_on, endpoint, where=str(question.path))


def ask_text(
    root: Path, query: str, known_on: date | None = None, endpoint: str | None = None, where: str = "query"
) -> Answer:
    """Return the answer to any read query, as known today or on a day, from files or from an endpoint."""
    if endpoint and not known_on:
        return ask_endpoint(endpoint, query)
    return run(open_graph(root, known_on, endpoint), query, where)


def labels(root: Path) -> Callable[[str], str]:
    """Return a function from an IRI to its English label in the project's files, or else its short name."""
    known: dict[str, str] = {}
    for path, graph in source_files(root):
        if graph in {names.ONTOLOGY_GRAPH, names.ENTITIES_GRAPH}:
            for quad in read_quads(path, graph):
                if (
                    quad.predicate == _LABELS[0]
                    and isinstance(quad.object, Literal)
                    and quad.object.language in {None, "en"}
                ):
                    known[text(quad.subject)] = quad.object.value
    return lambda iri: known.get(iri) or names.shorten(iri)


def did_you_mean(named: Mapping[str, str], words: str) -> str:
    """Return a sentence with the entities that are most like some words, or nothing if none is.

    `named` has what each entity is called by its prefixed name; several labels have a comma and a space between them.
    """
    from rapidfuzz import fuzz, process, utils

    kind, _, wanted = words.rpartition(":")
    known = [(n, said) for n, labels in named.items() for said in (n.partition(":")[2], *labels.split(", "))]
    found = process.extract(
        wanted, [said for _, said in known], scorer=fuzz.ratio, processor=utils.default_process, limit=_LIKE,
        score_cutoff=_LIKENESS,
    )  # fmt: skip
    near = [known[index][0] for _, score, index in found if score > found[0][1] - _AS_LIKE]
    near.sort(key=lambda name: name.partition(":")[0] != kind)
    return f"Did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""


def told_of_unknown(root: Path, values: Iterable[str]) -> str:
    """Return a sentence about the first value that is a prefixed name and of no entity; nothing if there is none."""
    known, kinds = entities(root), entity_kinds(root)
    unknown = next((v for v in values if v.partition(":")[0] in kinds and v not in known), None)
    return f"nothing here is called {unknown}. {did_you_mean(known, unknown)}".rstrip() if unknown else ""


def entities(root: Path) -> dict[str, str]:
    """Return what each entity is called, by its prefixed name: its labels with a comma and a space between them."""
    files = [path for path, graph in source_files(root) if graph == names.ENTITIES_GRAPH]
    found: dict[str, str] = {}
    for path in files:
        for quad in read_quads(path, names.ENTITIES_GRAPH):
            if quad.predicate in _LABELS:
                name = names.shorten(text(quad.subject))
                found[name] = f"{found[name]}, {text(quad.object)}" if name in found else text(quad.object)
    return found


def notes(root: Path, known_on: date | None) -> list[str]:
    """Return a line for each source that counts as known on a day on which it may not have been published yet."""
    if not known_on:
        return []
    lines = []
    issued = NamedNode("http://purl.org/dc/terms/issued")
    known = load(root, known_on=known_on).quads_for_pattern(None, issued, None, NamedNode(names.CLAIMS_GRAPH))
    for quad in sorted(known, key=str):
        first, last = bounds(text(quad.object))
        if first <= known_on < last:
            when = f"by {last}" if first == FIRST_DAY else f"between {first} and {last}"
            lines.append(
                f"Note: {names.shorten(text(quad.subject))} is known to have appeared {when} only;"
                f" it is counted as known on {known_on}."
            )
    return lines
