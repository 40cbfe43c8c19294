"""The ontology: its header, its terms, its OWL 2 RL profile, and its consistency by a real reasoner."""

import importlib.util
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, Store
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef
from rdflib.namespace import DCTERMS

from moonpact import __version__, names
from moonpact.load import source_files
from moonpact.tables import text

ROOT = Path(__file__).parent.parent
PACT = rdflib.Namespace(names.PACT)
ONTOLOGY = URIRef(names.ONTOLOGY_GRAPH)
VANN = rdflib.Namespace("http://purl.org/vocab/vann/")
OPEN_LICENCE = URIRef("https://creativecommons.org/licenses/by/4.0/")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    return graph


def terms(ontology: rdflib.Graph) -> list[URIRef]:
    found = {s for s in ontology.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(names.PACT)}
    assert len(found) > 100
    return sorted(found)


# The checks of FOOPS! that can be judged without a network, by their short names


def test_metadata(ontology: rdflib.Graph) -> None:
    """OM1, OM2, OM3, OM4.1, OM5.1, OM5.2, VER1, FIND1: the header says what an ontology should say of itself."""
    wanted = [
        DCTERMS.title, DCTERMS.description, DCTERMS.abstract, DCTERMS.license, DCTERMS.creator, DCTERMS.contributor,
        DCTERMS.created, DCTERMS.modified, DCTERMS.issued, DCTERMS.publisher, DCTERMS.source, DCTERMS.bibliographicCitation,
        OWL.versionIRI, OWL.versionInfo, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri,
        URIRef("http://purl.org/ontology/bibo/status"),
    ]  # fmt: skip
    assert [p for p in wanted if not list(ontology.objects(ONTOLOGY, p))] == []
    assert set(ontology.objects(ONTOLOGY, DCTERMS.license)) == {OPEN_LICENCE}
    assert set(ontology.objects(ONTOLOGY, VANN.preferredNamespacePrefix)) == {Literal("pact")}
    assert set(ontology.objects(ONTOLOGY, VANN.preferredNamespaceUri)) == {Literal(names.PACT)}


def test_one_version_everywhere(ontology: rdflib.Graph) -> None:
    """URI2, VER1: the ontology's IRI is its id, and one version stands in all places."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert newest
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {__version__}\n" in citation
    assert {project["version"], newest[1]} == {__version__}
    assert set(ontology.objects(ONTOLOGY, OWL.versionInfo)) == {Literal(__version__)}
    assert set(ontology.objects(ONTOLOGY, OWL.versionIRI)) == {URIRef(f"{names.ONTOLOGY_GRAPH}/{__version__}")}


def test_vocabularies_are_reused_and_extended(ontology: rdflib.Graph) -> None:
    """VOC1, VOC2: the header uses Dublin Core, and our classes extend PROV-O, ORG, SKOS, schema.org, Web Annotation."""
    parents = {names.shorten(str(o)).partition(":")[0] for o in ontology.objects(None, RDFS.subClassOf)}
    assert {"prov", "org", "skos", "schema", "oa", "foaf"} <= parents


def test_labels_and_definitions(ontology: rdflib.Graph) -> None:
    """VOC3, VOC4: each term has one label, unlike all others of its kind, and one definition that does not repeat it."""
    labels: dict[tuple[str, str], URIRef] = {}
    for term in terms(ontology):
        (label,) = ontology.objects(term, RDFS.label)
        (definition,) = ontology.objects(term, SKOS.definition)
        kinds = sorted(names.shorten(str(k)) for k in ontology.objects(term, RDF.type))
        key = (kinds[-1], str(label).lower())
        assert labels.setdefault(key, term) == term, f"{term} and {labels[key]} share the label “{label}”"
        assert str(definition).endswith("."), term
        assert len(str(definition)) > 15, term


# The pitfalls of OOPS! that can be decided by a query


def test_class_names_and_property_names(ontology: rdflib.Graph) -> None:
    """P22: classes begin with a capital letter, all other terms with a small one."""
    for term in terms(ontology):
        first = term.removeprefix(names.PACT)[0]
        assert first.isupper() == ((term, RDF.type, OWL.Class) in ontology), term


def test_no_cycles_no_missing_types_no_wrong_ranges(ontology: rdflib.Graph) -> None:
    """P06, P19, P34, P35: no class is below itself, no property has two domains or ranges, all that is used is typed."""
    declared = set(ontology.subjects(RDF.type))
    for term in terms(ontology):
        assert term not in set(ontology.transitive_objects(term, RDFS.subClassOf)) - {term}
        above = set(ontology.objects(term, RDFS.subClassOf))
        assert not any(term in ontology.transitive_objects(o, RDFS.subClassOf) for o in above), term
        for predicate in (RDFS.domain, RDFS.range):
            assert len(list(ontology.objects(term, predicate))) <= 1, term
        for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, OWL.disjointWith):
            for value in ontology.objects(term, predicate):
                assert value in declared or str(value).startswith((names.XSD, str(RDFS))), (term, value)


def test_disjointness_licence_declaration_and_no_relation_named_is(ontology: rdflib.Graph) -> None:
    """P03, P10, P38, P41, P36: disjoint classes are declared, the IRI has no file ending, no property is called “is”."""
    assert len(list(ontology.subject_objects(OWL.disjointWith))) >= 10
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology
    assert not re.search(r"\.\w+$", str(ONTOLOGY))
    assert not [t for t in terms(ontology) if str(t).removeprefix(names.PACT) in {"is", "isA"}]


def test_every_term_is_used(root: Path) -> None:
    """P04: a term that no data, rule, shape or question uses and that nothing extends is not needed."""
    written = ""
    for folder, pattern in (
        ("data", "*.t*"),
        ("queries", "*.r*"),
        ("shapes", "*.*"),
        ("src", "*.py"),
        ("tests/examples", "*.*"),
    ):
        written += "".join(p.read_text(encoding="utf-8") for p in sorted((root / folder).rglob(pattern)))
    header_and_terms = (root / "ontology/moonpact.ttl").read_text(encoding="utf-8")
    unused = []
    for name in re.findall(r"^pact:(\w+)$", header_and_terms, re.MULTILINE):
        used = re.search(rf'\bpact:{name}\b|names\.PACT \+ "{name}"|"{name}"', written)
        extended = re.search(
            rf"(subClassOf|range|domain|conflictRule|NamedIndividual)[^;.]*\bpact:{name}\b", header_and_terms
        )
        if not used and not extended:
            unused.append(name)
    assert unused == []


# The reasoner


def report(tmp_path: Path, *graphs: rdflib.Graph) -> list[str]:
    """Return the lines that HermiT and the OWL API print of some graphs taken together."""
    if not shutil.which("java"):
        pytest.skip("Java is not installed: OWL 2 RL profile and HermiT consistency were not checked")
    found = importlib.util.find_spec("owlready2")
    if not found or not found.origin:
        pytest.skip("owlready2 is not installed: OWL 2 RL profile and HermiT consistency were not checked")
    jar = Path(found.origin).parent / "hermit" / "HermiT.jar"
    together = rdflib.Graph()
    for graph in graphs:
        for s, p, o in graph:
            # the RDF and RDFS vocabularies themselves are no part of an OWL 2 DL ontology
            if not str(s).startswith((str(RDF), str(RDFS))):
                together.add((s, p, o))
    path = tmp_path / "ontology.rdf"
    together.serialize(path, format="xml")
    command = ["java", "-cp", str(jar), str(ROOT / "tests/OntologyReport.java"), str(path)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_ontology_is_owl_2_rl_and_consistent(ontology: rdflib.Graph, tmp_path: Path) -> None:
    axioms, *rest = report(tmp_path, ontology)
    assert int(axioms.removeprefix("axioms ")) > 1000
    assert rest == ["consistent true"]


def test_the_facts_and_entities_are_consistent_with_it(ontology: rdflib.Graph, graph: Store, tmp_path: Path) -> None:
    data = rdflib.Graph()
    fact = NamedNode(names.PACT + "Fact")
    described = {q.subject for q in graph.quads_for_pattern(None, NamedNode(names.RDF + "type"), fact)}
    for name in (names.ENTITIES_GRAPH, names.FACTS_GRAPH):
        for quad in graph.quads_for_pattern(None, None, None, NamedNode(name)):
            # literals of EDTF are outside OWL 2 datatypes; descriptions of facts use the RDF vocabulary
            if quad.subject not in described and isinstance(quad.object, NamedNode):
                triple = (URIRef(text(quad.subject)), URIRef(quad.predicate.value), URIRef(quad.object.value))
                if triple[1] != PACT.listsKind:
                    data.add(triple)
    assert len(data) > 700
    assert "consistent true" in report(tmp_path, ontology, data)


def test_a_planted_inconsistency_is_caught(ontology: rdflib.Graph, tmp_path: Path) -> None:
    planted = rdflib.Graph()
    planted.parse(data=f"<urn:x> a <{PACT.State}>, <{rdflib.FOAF.Person}> .", format="turtle")
    assert "consistent false" in report(tmp_path, ontology, planted)


def test_a_planted_profile_violation_is_caught(ontology: rdflib.Graph, tmp_path: Path) -> None:
    planted = rdflib.Graph()
    planted.parse(
        data=f"""@prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> .
        <{PACT.State}> rdfs:subClassOf [ a owl:Restriction ; owl:onProperty <{PACT.leads}> ; owl:someValuesFrom <{PACT.Coalition}> ] .""",
        format="turtle",
    )
    assert any(line.startswith("RL ") for line in report(tmp_path, ontology, planted))


def test_every_source_file_is_read(root: Path) -> None:
    assert {path for path, _ in source_files(root)} == {*(root / "ontology").glob("*"), *(root / "data").rglob("*.t*")}
