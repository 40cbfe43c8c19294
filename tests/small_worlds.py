"""A few claims as a derived store of their own, and what the rules made of them."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

from moonpact import names
from moonpact.derive import derive
from moonpact.load import date_bounds, read_quads
from moonpact.questions import run
from moonpact.tables import text

ROOT = Path(__file__).parent.parent


PREFIXES = """
PREFIX accession: <https://w3id.org/moonpact/id/accession/>
PREFIX coalition: <https://w3id.org/moonpact/id/coalition/>
PREFIX country: <https://w3id.org/moonpact/id/country/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX organisation: <https://w3id.org/moonpact/id/organisation/>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
"""


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    return {tuple(names.shorten(text(cell)) for cell in row) for row in run(store, PREFIXES + query).rows}


@cache
def ontology() -> list[Quad]:
    return [q for path in sorted((ROOT / "ontology").glob("*.ttl")) for q in read_quads(path, names.ONTOLOGY_GRAPH)]


def small(*claims: tuple[str, ...]) -> Store:
    """Return a derived store of claims (name, publisher, stance, from, to, content), one source a publisher."""
    store = Store()
    store.extend(ontology())
    lines = []
    for name, publisher, stance, start, end, content in claims:
        until = f'; pact:holdsTo "{end}"^^edtf:EDTF' if end else ""
        lines.append(f"""<urn:c:{name}> {{ {content} }} GRAPH graph:claims {{ <urn:c:{name}> a pact:Claim ; pact:source <urn:s:{publisher}> ;
          pact:speaker <urn:p:{publisher}> ; pact:stance pact:{stance} ; pact:holdsFrom "{start}"^^edtf:EDTF {until} .
          <urn:s:{publisher}> dcterms:publisher <urn:p:{publisher}> }}""")
    entities = """GRAPH graph:entities { accession:x pact:party country:x ; pact:coalition coalition:c . country:x a pact:State }"""
    document = PREFIXES.replace("PREFIX", "@prefix").replace(">\n", "> .\n") + entities + "\n".join(lines)
    store.load(input=document, format=RdfFormat.TRIG)
    store.extend(date_bounds(q.object for q in store))
    derive(store, ROOT)
    return store


def kinds(store: Store) -> set[tuple[str, ...]]:
    return rows(
        store,
        "SELECT ?kind ?p ?by { GRAPH graph:disagreements { ?d pact:kind ?kind ; rdf:predicate ?p OPTIONAL { ?d pact:settledBy ?by } } }",
    )


def facts(store: Store) -> set[tuple[str, ...]]:
    return rows(
        store,
        "SELECT ?s ?p ?o { GRAPH graph:facts { ?f a pact:Fact ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }",
    )


JOINED = "accession:x pact:stage pact:signature"


def derived(quads: Iterable[Quad]) -> Store:
    """Return a store of quads with what the rules make of them."""
    store = Store()
    store.extend(quads)
    store.extend(date_bounds(quad.object for quad in store))
    derive(store, ROOT)
    return store
