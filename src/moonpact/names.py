"""Names of the graph: namespaces, named graphs, and short forms of IRIs."""

import re
from functools import lru_cache

BASE = "https://w3id.org/moonpact/"
PACT = f"{BASE}ontology#"
CLAIM = f"{BASE}claim/"
ID = f"{BASE}id/"
SHAPE = f"{BASE}shape/"
RULE = f"{BASE}rule/"
GRAPH = f"{BASE}graph/"

ONTOLOGY_GRAPH = f"{BASE}ontology"
ENTITIES_GRAPH = f"{GRAPH}entities"
CLAIMS_GRAPH = f"{GRAPH}claims"
DATES_GRAPH = f"{GRAPH}dates"
FACTS_GRAPH = f"{GRAPH}facts"
DISAGREEMENTS_GRAPH = f"{GRAPH}disagreements"
KINDS_GRAPH = f"{GRAPH}kinds"
RULINGS_GRAPH = f"{GRAPH}rulings"
VOICES_GRAPH = f"{GRAPH}voices"

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALTERNATIVE_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
REPOSITORY = "https://github.com/moonpact/moonpact"

# One prefix means one IRI in every file of the project.
VOCABULARIES = {
    "bibo": "http://purl.org/ontology/bibo/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "graph": GRAPH,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "pact": PACT,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rule": RULE,
    "schema": "https://schema.org/",
    "shape": SHAPE,
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": XSD,
}

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


@lru_cache(100_000)
def shorten(iri: str) -> str:
    """Return the prefixed name of an IRI, such as `country:peru`, or the IRI itself if it has none.

    >>> shorten("https://w3id.org/moonpact/id/country/peru")
    'country:peru'
    """
    for stem in (ID, CLAIM):
        if iri.startswith(stem):
            prefix, _, local = iri[len(stem) :].partition("/")
            if prefix and _LOCAL.fullmatch(local):
                return f"{prefix}:{local}"
    for prefix, namespace in VOCABULARIES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(name: str, kinds: frozenset[str] | set[str] = frozenset()) -> str:
    """Return the IRI of a prefixed name or of an IRI in or without angle brackets.

    `kinds` are the entity kinds that exist (`country`, `person`, ...); any other prefix that is no
    vocabulary is taken as the name of an article, hence of its claims.

    Raises ValueError if the name is neither.

    >>> expand("pact:stage")
    'https://w3id.org/moonpact/ontology#stage'
    """
    text = name.strip().removeprefix("<").removesuffix(">")
    if re.match(r"https?://", text):
        return text
    prefix, colon, local = text.partition(":")
    if not colon or not prefix or not _LOCAL.fullmatch(local):
        raise ValueError(f"“{name}” is neither an IRI nor a prefixed name such as country:peru")
    if prefix in VOCABULARIES:
        return VOCABULARIES[prefix] + local
    return f"{ID if prefix in kinds else CLAIM}{prefix}/{local}"
