"""What each rule looks at, by which the neighbourhood of a change is chosen (neighbourhood.py, focus.py).

Shapes (`shapes/*.ttl`) say it themselves: a subject with the properties that one shape names, and the classes of
their values. A project with a rule that is not named here is looked at as a whole.
"""

from pathlib import Path

LOOKS_AT = {
    # rules that derive, queries/rules/*.ru
    "bound-claims": "the description of a claim",
    "weigh-sources": "the description of a source, and the class of its originator",
    "compare-values": "all values that claims give one property of a subject",
    "compare-dates": "all values that claims give one property of a subject",
    "compare-numbers": "all values and bounds that claims give a subject",
    "compare-denials": "all claims of one statement",
    "compare-lists": "an accession, the lists of its coalition that claim to be whole, and whether they list it",
    "compare-by-editor": "a comparison and the claims that it names",
    "settle-by-ruling": "rulings on one property of a subject",
    "settle-by-weight": "the claims on the sides of a disagreement, and the voices of their sources",
    "mark-disputes": "one disagreement",
    "accept-assertion": "all claims of one statement; of a property whose values are compared, denied or ruled on; of a"
    " subject with stages or numbers, for a dispute over these withholds the rest",
    "derive-membership": "all accessions of one party to one coalition",
    "date-joining": "the claims for the stages of an accession, and for whatever a tie goes through",
    "grade-support": "the claims for one fact, and the voices of their sources",
    "derive-kinds": "the description of an entity",
    # rules that check, shapes/*.rq
    "accession-bears-its-names": "the description of an accession",
    "accession-is-one": "all accessions of one party to one coalition",
    "accession-party-can-accede": "one statement, and the classes of its subject and value",
    "assertion-is-not-ahead": "the descriptions of a claim and of its source",
    "bounds-agree": "the statements of one claim",
    "claim-bears-name-of-source": "the descriptions of a claim and of its source",
    "claim-has-content": "the description and the content of a claim",
    "claim-has-evidence": "the descriptions of a claim and of its source",
    "content-has-claim": "the description and the content of a claim",
    "content-is-of-the-world": "one statement, and the description of its subject",
    "datatype-is-known": "one statement",
    "date-is-in-time-of-claim": "the description and the content of a claim",
    "derived-is-not-written": "one statement",
    "entity-has-label": "the description of an entity",
    "entity-is-described": "one statement, and the descriptions of its subject and value",
    "entity-is-of-its-kind": "the description of an entity",
    "entity-is-used": "one statement that names an entity",
    "entity-label-is-unique": "the labels of all entities, but only for a file that describes entities",
    "evidence-is-not-furniture": "a claim, its passages, their source, and all spans of that source",
    "hearsay-is-in-own-voice": "the descriptions of a claim and of its source",
    "identifier-is-unique": "all that has one identifier",
    "known-from-follows-publication": "the description of a source",
    "language-tag-is-plain": "one statement",
    "literal-is-clean": "one statement",
    "node-is-named": "one statement",
    "note-is-in-english": "one statement",
    "nothing-relates-to-itself": "one statement",
    "passage-ends-within-text": "the descriptions of a passage and of its source",
    "passage-is-from-source-of-claim": "the descriptions of a claim and of its passages",
    "placeholder-is-filled-in": "one statement",
    "property-fits-subject": "one statement, and the classes of its subject",
    "publication-is-past": "the description of a source",
    "reprint-names-originator": "the description of a source",
    "ruling-prefers-claim": "a ruling, and the claims that it names",
    "span-bears-its-offsets": "the descriptions of a span and of its source",
    "span-fits-its-words": "the description of a span",
    "speaker-tells-others": "the description of a claim",
    "state-does-not-join-by-institute": "an accession, and the parties of its instrument that are of its state",
    "statement-is-claimed": "one statement, and the description of its subject",
    "term-has-definition": "the ontology",
    "term-is-declared": "one statement, and the ontology",
    "value-fits-kind-of-property": "one statement, and the ontology",
    "value-fits-range": "one statement, and the classes of its value",
}


def rules_are_known(root: Path) -> bool:
    """Tell whether it is known here of every rule of a project what it looks at."""
    rules = [*(root / "queries/rules").glob("*.ru"), *(root / "shapes").glob("*.rq")]
    return all(path.stem in LOOKS_AT for path in rules)
