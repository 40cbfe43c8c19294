"""The ontology's documentation: its terms by kind, with definitions, and the terms that it reuses."""

from collections import defaultdict

from pyoxigraph import NamedNode, Triple

from moonpact import names
from moonpact.site.head import head, work
from moonpact.site.pages import details
from moonpact.site.record import TYPE, Record
from moonpact.site.render import Page
from moonpact.tables import text

_OWL = "http://www.w3.org/2002/07/owl#"
_DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"
_DEFINED_BY = "http://www.w3.org/2000/01/rdf-schema#isDefinedBy"
_GROUPS = (
    ("Class", "Classes"),
    ("ObjectProperty", "Properties with a thing as value"),
    ("DatatypeProperty", "Properties with a text, number or date as value"),
    ("AnnotationProperty", "Annotation properties"),
    ("NamedIndividual", "Individuals"),
)
FILES = {"rdf": "application/rdf+xml"}


def ontology_page(record: Record, path: str, scripts: frozenset[str]) -> bytes:
    """Return the documentation of the ontology at the given path, such as `ontology` or `ontology/0.1.0`."""
    triples = [q.triple for q in record.store.quads_for_pattern(None, None, None, NamedNode(names.ONTOLOGY_GRAPH))]
    of: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        of[text(triple.subject)].append(triple)
    header = of.pop(names.ONTOLOGY_GRAPH, [])
    kinds = {iri: {text(t.object) for t in about if t.predicate.value == TYPE} for iri, about in of.items()}
    own = sorted((iri for iri in of if iri.startswith(names.PACT)), key=lambda iri: (record.label(iri).casefold(), iri))
    groups, shown = [], set[str]()
    for kind, heading in _GROUPS:
        terms = [iri for iri in own if _OWL + kind in kinds[iri] and iri not in shown]
        shown |= set(terms)
        if terms:
            groups.append((heading, [_term(record, iri, of[iri]) for iri in terms]))
    rest = [iri for iri in own if iri not in shown]
    reused = sorted((iri for iri in of if iri not in set(own)), key=lambda iri: (names.shorten(iri), iri))
    for heading, terms in (("Other terms", rest), ("Terms of other vocabularies that the data uses", reused)):
        if terms:
            groups.append((heading, [_term(record, iri, of[iri]) for iri in terms]))
    told = {t.predicate.value: text(t.object) for t in header}
    title = told.get("http://purl.org/dc/terms/title", "Ontology")
    about = told.get("http://purl.org/dc/terms/description", "")
    page = Page(record, f"{path}.html", scripts=scripts)
    iri = names.BASE + path
    without = {TYPE, "http://purl.org/dc/terms/title", "http://purl.org/dc/terms/description"}
    return page.render(
        "ontology.html",
        groups=groups,
        details=details(header, names.ONTOLOGY_GRAPH, without),
        **head(page.root, title, about or title, iri, work("DefinedTermSet", iri, title, about), path, FILES),
    )


def _term(record: Record, iri: str, about: list[Triple]) -> dict[str, object]:
    own = iri.startswith(names.PACT)
    definition = next((text(t.object) for t in sorted(about, key=str) if t.predicate.value == _DEFINITION), "")
    return {
        "id": iri.removeprefix(names.PACT) if own else names.shorten(iri).replace(":", "-"),
        "label": record.label(iri),
        "short": names.shorten(iri),
        "definition": definition,
        "details": details((t for t in about if not _says_kind(t)), iri, {names.LABEL, _DEFINITION, _DEFINED_BY}),
    }


def _says_kind(triple: Triple) -> bool:
    """Tell whether a triple says only that a term is a class, property or individual, as its heading does."""
    return triple.predicate.value == TYPE and text(triple.object).startswith(_OWL)
