"""The published site as linked data: every file says what the graph says, and machines find and negotiate it."""

from collections.abc import Iterable

import pytest
import rdflib
from published import path_of
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from moonpact import names
from moonpact.questions import run
from moonpact.site import views
from moonpact.tables import text

DERIVED = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
FORMS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}


def triples(content: bytes, form: RdfFormat = RdfFormat.TURTLE) -> set[Triple]:
    return {quad.triple for quad in parse(input=content, format=form)}


def documents(files: dict[str, bytes]) -> list[str]:
    """Return the paths, without suffix, of the documents that describe something of the graph."""
    paths = [path.removesuffix(".ttl") for path in files if path.endswith(".ttl") and not path.startswith("dist/")]
    return [
        path for path in paths if not path.startswith(("dataset", "question/")) and not path.startswith("ontology/")
    ]


def test_turtle_json_ld_and_n_triples_say_the_same(files: dict[str, bytes]) -> None:
    paths = [path.removesuffix(".nt") for path in files if path.endswith(".nt")]
    assert len(paths) > 2000
    for path in paths:
        turtle = triples(files[f"{path}.ttl"])
        assert turtle, path
        assert turtle == triples(files[f"{path}.nt"], FORMS["nt"]), path
        assert turtle == triples(files[f"{path}.jsonld"], FORMS["jsonld"]), path


def test_each_document_holds_exactly_what_the_graph_says_of_its_iris(files: dict[str, bytes], graph: Store) -> None:
    told: dict[str, set[Triple]] = {}
    for quad in graph:
        if text(quad.graph_name).startswith(names.CLAIM):
            continue
        iris = [text(quad.subject), text(quad.graph_name)]
        both = text(quad.graph_name) in {names.FACTS_GRAPH, names.ENTITIES_GRAPH}
        if both and isinstance(quad.object, NamedNode) and not quad.object.value.startswith(names.PACT):
            iris.append(quad.object.value)
        for iri in iris:
            if iri.startswith(names.BASE):
                told.setdefault(path_of(iri), set()).add(quad.triple)
    assert set(told) == set(documents(files))
    for path, expected in told.items():
        assert triples(files[f"{path}.ttl"]) == expected, path


def test_documents_and_claims_together_are_the_dump(files: dict[str, bytes], graph: Store) -> None:
    outside = {q.triple for q in graph if not text(q.graph_name).startswith(names.CLAIM)}
    assert set().union(*(triples(files[f"{path}.ttl"]) for path in documents(files))) == outside
    claims = [p for p in files if p.endswith(".trig") and p.startswith("claim/") and not p.endswith(".nanopub.trig")]
    quads = {quad for path in claims for quad in parse(input=files[path], format=RdfFormat.TRIG)}
    about = {q for q in graph if text(q.graph_name).startswith(names.CLAIM)}
    about |= {
        q for q in graph.quads_for_pattern(None, None, None, NamedNode(names.CLAIMS_GRAPH))
        if text(q.subject).startswith(names.CLAIM)
    }  # fmt: skip
    assert quads == about


def test_what_is_denied_or_planned_stands_in_no_document(files: dict[str, bytes], graph: Store) -> None:
    facts = {q.triple for q in graph if not text(q.graph_name).startswith(names.CLAIM)}
    stance = NamedNode(names.PACT + "stance")
    quoted: set[Triple] = set()
    for quad in graph.quads_for_pattern(None, stance, None):
        if quad.object != NamedNode(names.PACT + "asserts") and isinstance(quad.subject, NamedNode):
            quoted |= {q.triple for q in graph.quads_for_pattern(None, None, None, quad.subject)}
    leaked = quoted - facts
    assert len(leaked) > 100
    for path in documents(files):
        assert not triples(files[f"{path}.nt"], FORMS["nt"]) & leaked, path


@pytest.mark.parametrize(
    "path", ["id/country/turkiye", "claim/belarus-joins/belarus-joined", "ontology", "dataset", "question/who-joined"]
)
def test_rdflib_reads_the_same(files: dict[str, bytes], path: str) -> None:
    theirs = {
        form: rdflib.Graph().parse(data=files[f"{path}.{form}"], format=name)
        for form, name in (("ttl", "turtle"), ("nt", "nt"), ("jsonld", "json-ld"))
    }
    counts = {form: len(found) for form, found in theirs.items()}
    assert set(counts.values()) == {len(triples(files[f"{path}.ttl"]))}
    assert set(theirs["ttl"]) == set(theirs["nt"]) == set(theirs["jsonld"])


def test_reifiers_quote_exactly_the_claims(files: dict[str, bytes], graph: Store) -> None:
    view = triples(files["dist/moonpact-rdf12.ttl"])
    reifies = NamedNode(names.RDF + "reifies")
    quoted = {(t.subject, t.object) for t in view if t.predicate == reifies}
    assert quoted == {(q.graph_name, q.triple) for q in graph if text(q.graph_name).startswith(names.CLAIM)}
    assert {t for t in view if t.predicate != reifies} == {
        q.triple for q in graph.quads_for_pattern(None, None, None, NamedNode(names.CLAIMS_GRAPH))
    }


def claims_in(quads: Iterable[Quad]) -> set[Quad]:
    """Return the claims that nanopublications hold, as their own named graphs."""
    store = Store()
    store.extend(quads)
    found = set()
    rows = run(store, """PREFIX np: <http://www.nanopub.org/nschema#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?head ?np ?assertion ?provenance ?info WHERE { GRAPH ?head { ?np a np:Nanopublication ;
        np:hasAssertion ?assertion ; np:hasProvenance ?provenance ; np:hasPublicationInfo ?info } }""").rows  # fmt: skip
    for row in rows:
        head, publication, assertion, provenance, info = (NamedNode(text(cell)) for cell in row)
        assert len({head, assertion, provenance, info}) == 4
        claim = NamedNode(publication.value.removesuffix("#nanopub"))
        about = {q.predicate.value: q.object for q in store.quads_for_pattern(claim, None, None, provenance)}
        content = {q.triple for q in store.quads_for_pattern(None, None, None, assertion)}
        assert next(store.quads_for_pattern(assertion, DERIVED, None, provenance), None)
        assert next(store.quads_for_pattern(publication, None, None, info), None)
        if about[names.PACT + "stance"] == NamedNode(names.PACT + "asserts"):
            assert assertion == claim
        else:
            assert assertion != claim
            parts: dict[str, dict[str, object]] = {}
            for triple in content:
                parts.setdefault(text(triple.subject), {})[triple.predicate.value.removeprefix(names.RDF)] = (
                    triple.object
                )
            content = {Triple(p["subject"], p["predicate"], p["object"]) for p in parts.values()}  # type: ignore[arg-type]
        found |= {Quad(t.subject, t.predicate, t.object, claim) for t in content}
    return found


def test_nanopublications_hold_exactly_the_claims_and_assert_only_what_is_asserted(
    files: dict[str, bytes], graph: Store
) -> None:
    expected = {q for q in graph if text(q.graph_name).startswith(names.CLAIM)}
    assert claims_in(parse(input=files["dist/nanopublications.trig"], format=RdfFormat.TRIG)) == expected
    single = [path for path in files if path.endswith(".nanopub.trig")]
    assert len(single) == len(views.claims_of(graph))
    alone = set().union(*(claims_in(parse(input=files[path], format=RdfFormat.TRIG)) for path in single))
    assert alone == expected


def test_literals_keep_language_and_type(files: dict[str, bytes]) -> None:
    found = triples(files["id/country/turkiye.jsonld"], RdfFormat.JSON_LD)
    assert Literal("Türkiye", language="en") in {t.object for t in found}
