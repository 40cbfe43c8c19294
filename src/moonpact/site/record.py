"""The graph as the pages need it: labels, claims, facts, disagreements and sources, read once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode, Store

from moonpact import dates, names
from moonpact.queryfile import QueryFile
from moonpact.questions import Answer, read_questions, run
from moonpact.site.model import Claim, Disagreement, Fact, Passage, Source, Statement, ends
from moonpact.tables import text

PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in names.VOCABULARIES.items())
TYPE = names.RDF + "type"
# terms of the languages themselves, which no vocabulary of ours labels
_LABELS = {
    names.expand(name): label
    for name, label in (
        ("owl:Class", "class"),
        ("owl:disjointWith", "is disjoint with"),
        ("owl:inverseOf", "is inverse of"),
        ("owl:versionIRI", "version IRI"),
        ("owl:versionInfo", "version"),
        ("rdf:object", "object"),
        ("rdf:predicate", "predicate"),
        ("rdf:subject", "subject"),
        ("rdfs:domain", "domain"),
        ("rdfs:range", "range"),
        ("rdfs:subClassOf", "is a kind of"),
        ("rdfs:subPropertyOf", "is a special case of"),
    )
}


@dataclass
class Record:
    """Everything that pages show, by IRI; links and cards are kept once written, since many pages share them."""

    store: Store
    root: Path
    documents: frozenset[str] = frozenset()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    links: dict[tuple[str, str, str | None], Markup] = field(default_factory=dict)
    cards: dict[tuple[str, str, bool], Markup] = field(default_factory=dict)

    def rows(self, query: str) -> list[tuple[str, ...]]:
        """Return the rows of a SELECT as plain text; prefixes of the project are declared."""
        return rows_of(self.store, query)

    def label(self, iri: str) -> str:
        """Return the English label of an IRI, or else its short name."""
        return self.names.get(iri) or names.shorten(iri)

    @cached_property
    def names(self) -> dict[str, str]:
        """The label of each IRI that has one; a source's is its headline, a date's its EDTF text.

        A headline stands in the language of its source; other labels are English.
        """
        found = dict(_LABELS)
        for predicate in (names.PACT + "edtf", "https://schema.org/headline", names.LABEL):
            for quad in self.store.quads_for_pattern(None, NamedNode(predicate), None):
                titled = predicate == "https://schema.org/headline"
                if isinstance(quad.object, Literal) and (titled or quad.object.language in {None, "en"}):
                    found[text(quad.subject)] = quad.object.value
        return found

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """The classes of each entity and source."""
        found: dict[str, list[str]] = defaultdict(list)
        for graph in (names.ENTITIES_GRAPH, names.CLAIMS_GRAPH):
            for quad in self.store.quads_for_pattern(None, NamedNode(TYPE), None, NamedNode(graph)):
                found[text(quad.subject)].append(text(quad.object))
        return {iri: tuple(sorted(classes)) for iri, classes in found.items()}

    @cached_property
    def ancestors(self) -> dict[str, set[str]]:
        """The classes above each class of the ontology, itself among them."""
        rows = self.rows(
            f"SELECT ?class ?above WHERE {{ GRAPH <{names.ONTOLOGY_GRAPH}> {{ ?class a owl:Class ; "
            "rdfs:subClassOf* ?above } } ORDER BY ?class ?above"
        )
        return _grouped(rows)

    def is_a(self, iri: str, kind: str) -> bool:
        """Tell whether an entity is of a class, such as `pact:Mission`, or of one below it."""
        wanted = names.expand(kind)
        return any(wanted == k or wanted in self.ancestors.get(k, ()) for k in self.kinds.get(iri, ()))

    @cached_property
    def entities(self) -> list[str]:
        """The entities that the project describes, by label."""
        found = {text(q.subject) for q in self.store.quads_for_pattern(None, None, None, _graph("entities"))}
        return sorted(found, key=lambda iri: (self.label(iri).casefold(), iri))

    @cached_property
    def bounds(self) -> dict[str, tuple[str, str]]:
        """The first and the last day of each EDTF text, as ISO dates."""
        rows = self.rows(
            "SELECT ?edtf ?first ?last WHERE { GRAPH graph:dates { "
            "?d pact:edtf ?edtf ; pact:earliest ?first ; pact:latest ?last } }"
        )
        return {edtf: (first, last) for edtf, first, last in rows}

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """Every passage."""
        rows = self.rows("""SELECT ?p ?source ?start ?end ?first ?last WHERE { GRAPH graph:claims {
            ?p dcterms:isPartOf ?source ; oa:start ?start ; oa:end ?end ; pact:firstWords ?first .
            OPTIONAL { ?p pact:lastWords ?last } } } ORDER BY ?p""")
        return {row[0]: Passage(row[0], row[1], _number(row[2]), _number(row[3]), row[4], row[5]) for row in rows}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim, by source and in the order of its text."""
        spans: dict[str, list[Passage]] = defaultdict(list)
        for claim, passage in self.rows("SELECT ?c ?p WHERE { GRAPH graph:claims { ?c pact:evidence ?p } }"):
            if passage in self.passages:
                spans[claim].append(self.passages[passage])
        said: dict[str, list[Statement]] = defaultdict(list)
        for quad in self.store:
            said[text(quad.graph_name)].append((text(quad.subject), quad.predicate.value, quad.object))
        found = []
        for row in self.rows("""SELECT ?c ?source ?speaker ?stance ?from (MAX(?end) AS ?to) WHERE { GRAPH graph:claims {
            ?c a pact:Claim ; pact:source ?source ; pact:speaker ?speaker ; pact:stance ?stance ; pact:holdsFrom ?from .
            OPTIONAL { ?c pact:holdsTo ?end } } } GROUP BY ?c ?source ?speaker ?stance ?from ORDER BY ?c"""):
            statements = tuple(sorted(said.get(row[0], ()), key=lambda s: (s[0], s[1], text(s[2]))))
            passages = tuple(sorted(spans.get(row[0], ()), key=lambda p: (p.start, p.end)))
            found.append(Claim(row[0], row[1], row[2], row[3], row[4], row[5], statements, passages))
        found.sort(key=lambda c: (c.source, c.passages[0].start if c.passages else 0, c.iri))
        return {claim.iri: claim for claim in found}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source that claims name, by the first day on which it can have appeared."""
        of: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            of[claim.source].append(claim)
        found: list[Source] = []
        for row in self.rows("""SELECT DISTINCT ?s ?publisher ?issued ?url ?known ?from ?reliability
            WHERE { GRAPH graph:claims { ?claim pact:source ?s . ?s dcterms:issued ?issued
            OPTIONAL { ?s dcterms:publisher ?publisher } OPTIONAL { ?s schema:url ?url }
            OPTIONAL { ?s pact:knownBy ?known } OPTIONAL { ?s pact:knownFrom ?from }
            OPTIONAL { ?s pact:reliability ?reliability }
            } } ORDER BY ?s ?publisher ?url ?known ?from ?reliability"""):
            iri, publisher, issued, url, known_by, known_from, reliability = row
            if not found or found[-1].iri != iri:
                kinds = self.kinds.get(iri, ())
                claims = tuple(of[iri])
                found.append(
                    Source(
                        iri, self.label(iri), publisher, issued, known_from, url, known_by, reliability, kinds, claims
                    )
                )
        found.sort(key=lambda s: (self.first_day(s.issued), self.last_day(s.issued), s.iri))
        return {source.iri: source for source in found}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Every fact."""
        sides = {
            name: _grouped(self.rows(f"SELECT ?f ?c WHERE {{ GRAPH graph:facts {{ ?f pact:{name} ?c }} }} ORDER BY ?c"))
            for name in ("supportedBy", "opposedBy")
        }
        query = (
            PREFIXES
            + """SELECT ?f ?s ?p ?o ?rule ?support WHERE { GRAPH graph:facts { ?f a pact:Fact ;
            rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; pact:citesRule ?rule
            OPTIONAL { ?f pact:support ?support } } } ORDER BY ?s ?p ?o ?f ?rule ?support"""
        )
        found = {}
        for f, s, p, o, rule, grade in run(self.store, query).rows:
            iri = text(f)
            support, against = (tuple(sorted(sides[name].get(iri, ()))) for name in ("supportedBy", "opposedBy"))
            found[iri] = Fact(iri, (text(s), text(p), o), text(rule), text(grade), support, against)
        return found

    @cached_property
    def disagreements(self) -> dict[str, Disagreement]:
        """Every disagreement, open ones first."""
        sides = _grouped(self.rows("SELECT ?d ?c WHERE { GRAPH graph:disagreements { ?d pact:side ?c } } ORDER BY ?c"))
        rows = self.rows("""SELECT ?d ?about ?p ?kind ?rule (MAX(?by) AS ?settled) (MAX(?why) AS ?reason) WHERE {
            GRAPH graph:disagreements { ?d a pact:Disagreement ; pact:about ?about ; rdf:predicate ?p ;
              pact:kind ?kind ; pact:citesRule ?rule
              OPTIONAL { ?d pact:settledBy ?by } OPTIONAL { ?d pact:reason ?why } }
            } GROUP BY ?d ?about ?p ?kind ?rule ORDER BY ?d""")
        disputes = {iri for (iri,) in self.rows("SELECT ?d WHERE { GRAPH graph:disagreements { ?d a pact:Dispute } }")}
        found = [
            Disagreement(iri, about, p, kind, rule, by, why, tuple(sorted(sides.get(iri, ()))), iri in disputes)
            for iri, about, p, kind, rule, by, why in rows
        ]
        found.sort(key=lambda d: (not d.open, self.label(d.about).casefold(), d.predicate, d.iri))
        return {disagreement.iri: disagreement for disagreement in found}

    @cached_property
    def claims_about(self) -> dict[str, list[Claim]]:
        """The claims whose triples name an IRI as subject or object."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            for iri in sorted({iri for statement in claim.statements for iri in ends(statement)}):
                found[iri].append(claim)
        return found

    @cached_property
    def facts_about(self) -> dict[str, list[Fact]]:
        """The facts that name an IRI as subject or object."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts.values():
            for iri in sorted(set(ends(fact.statement))):
                found[iri].append(fact)
        return found

    @cached_property
    def claims_resting_on(self) -> dict[str, list[Claim]]:
        """The claims that rest on a passage."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            for passage in claim.passages:
                found[passage.iri].append(claim)
        return found

    @cached_property
    def disagreements_about(self) -> dict[str, list[Disagreement]]:
        """The disagreements about an IRI."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in self.disagreements.values():
            found[disagreement.about].append(disagreement)
        return found

    @cached_property
    def disagreements_of(self) -> dict[str, list[Disagreement]]:
        """The disagreements on a side of which a claim stands."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for disagreement in self.disagreements.values():
            for claim in disagreement.sides:
                found[claim].append(disagreement)
        return found

    @cached_property
    def facts_of(self) -> dict[str, list[Fact]]:
        """The facts that a claim supports or opposes."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts.values():
            for claim in (*fact.supported_by, *fact.opposed_by):
                found[claim].append(fact)
        return found

    def is_unverified(self, source: str) -> bool:
        """Tell whether a source is notes of what no public source says."""
        found = self.sources.get(source)
        return found is not None and found.reliability == names.PACT + "unverified"

    def known_on(self, source: str) -> str:
        """Return the first day on which a source can have been known, as an ISO date."""
        found = self.sources[source]
        return max(self.first_day(found.issued), self.first_day(found.known_from)) or dates.FIRST_DAY.isoformat()

    @cached_property
    def questions(self) -> dict[str, QueryFile]:
        """The stored questions by name."""
        return read_questions(self.root)

    def first_day(self, edtf: str) -> str:
        """Return the first day that an EDTF text allows, or nothing if it sets no such bound."""
        day = self.bounds.get(edtf, ("", ""))[0]
        return "" if day == dates.FIRST_DAY.isoformat() else day

    def last_day(self, edtf: str) -> str:
        """Return the last day that an EDTF text allows, or nothing if it sets no such bound."""
        day = self.bounds.get(edtf, ("", ""))[1]
        return "" if day == dates.LAST_DAY.isoformat() else day


def rows_of(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a SELECT as plain text; prefixes of the project are declared."""
    return [tuple(map(text, row)) for row in run(store, PREFIXES + query).rows]


def _grouped(rows: Iterable[tuple[str, ...]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in rows:
        found[key].add(value)
    return found


def _graph(name: str) -> NamedNode:
    return NamedNode(names.GRAPH + name)


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0
