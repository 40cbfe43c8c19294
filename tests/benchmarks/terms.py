"""Terms of the made-up world, as N-Quads writes them."""

from moonpact import names

Quad = tuple[str, str, str, str]  # graph, subject, predicate, object; terms as in N-Quads
Content = list[tuple[str, str, str]]

A = f"<{names.RDF}type>"


def iri(kind: str, name: str) -> str:
    """Return the N-Quads form of an entity's IRI."""
    return f"<{names.ID}{kind}/{name}>"


def pact(name: str) -> str:
    """Return the N-Quads form of a term of our ontology."""
    return f"<{names.PACT}{name}>"


def term(name: str) -> str:
    """Return the N-Quads form of a term of another vocabulary, such as `schema:url`."""
    return f"<{names.expand(name)}>"


def text(words: str, language: str = "") -> str:
    """Return a literal; `words` hold nothing that needs escaping."""
    return f'"{words}"@{language}' if language else f'"{words}"'


def edtf(date: str) -> str:
    """Return an EDTF literal."""
    return f'"{date}"^^<{names.EDTF}>'


def number(value: int) -> str:
    """Return an integer literal."""
    return f'"{value}"^^<{names.XSD}integer>'


TRUE = f'"true"^^<{names.XSD}boolean>'
CLAIMS, ENTITIES, RULINGS = (f"<{g}>" for g in (names.CLAIMS_GRAPH, names.ENTITIES_GRAPH, names.RULINGS_GRAPH))
