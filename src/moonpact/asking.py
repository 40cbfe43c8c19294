"""From a question's name to its answer: as of today or as known on a day, from files or an endpoint."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from moonpact import names
from moonpact.dates import bounds
from moonpact.derive import derive
from moonpact.endpoint import ask_endpoint, fetch_claims
from moonpact.load import add_date_bounds, forget_later_sources, load, read_quads, source_files
from moonpact.questions import Answer, bind, entity_kinds, find_question, parameters, run
from moonpact.tables import text

_LABEL = NamedNode(names.LABEL)


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
                    quad.predicate == _LABEL
                    and isinstance(quad.object, Literal)
                    and quad.object.language in {None, "en"}
                ):
                    known[text(quad.subject)] = quad.object.value
    return lambda iri: known.get(iri) or names.shorten(iri)


def notes(root: Path, known_on: date | None) -> list[str]:
    """Return a line for each source that may, or may not yet, have been published on a day."""
    if not known_on:
        return []
    lines = []
    issued = NamedNode("http://purl.org/dc/terms/issued")
    for quad in sorted(load(root).quads_for_pattern(None, issued, None, NamedNode(names.CLAIMS_GRAPH)), key=str):
        first, last = bounds(text(quad.object))
        if first <= known_on < last:
            lines.append(
                f"Note: {names.shorten(text(quad.subject))} is known to have appeared between {first} and {last} only;"
                f" it is counted as known on {known_on}."
            )
    return lines
