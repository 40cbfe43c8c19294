"""`check` on real data that somebody has spoilt: each fault is found, with file and line."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from moonpact import names
from moonpact.check import Report, check

ROOT = Path(__file__).parent.parent
CLAIMS = "data/claims/belarus-joins.trig"
VENEZUELA = "data/claims/venezuela-signs-up.trig"
GROWTH = "data/claims/growth-of-ilrs.trig"
FIFTY = "data/claims/fifty-countries.trig"
ARMENIA = "data/record/armenian-mirror-spectator-nasa-welcomes-armenia-43rd-artemis-accords.trig"
OMAN = "data/record/gaya-one-oman-joins-chinas-international-lunar-research.trig"
ENTITIES = "data/entities/"
OTHER_PASSAGE = re.findall(
    r"^passage:(\S+)", (ROOT / "data/claims/venezuela-signs-up.trig").read_text(encoding="utf-8"), re.MULTILINE
)[0]


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the project's data, with a space and an é in its path."""
    copy = tmp_path / "a pläce é"
    for folder in ("data", "ontology", "queries", "shapes"):
        shutil.copytree(root / folder, copy / folder)
    return copy


def spoil(project: Path, file: str, old: str, new: str) -> int:
    """Replace the first match of a regular expression in a file, and return the line where the match ends.

    What follows keeps its line numbers, so that further faults can be put into the file.
    """
    path = project / file
    text = path.read_text(encoding="utf-8")
    match = re.search(old, text, flags=re.MULTILINE)
    assert match, f"{old} is not in {file}"
    put = match.expand(new)
    put += "\n" * (match[0].count("\n") - put.count("\n"))
    path.write_text(text[: match.start()] + put + text[match.end() :], encoding="utf-8")
    return text.count("\n", 0, max(match.start(), match.end() - 1)) + 1


def places(report: Report, project: Path) -> set[tuple[str, str, int]]:
    """Return rule, file and line of each finding."""
    return {
        (names.shorten(f.rule), str(f.place.path.relative_to(project)), f.place.line)
        if f.place
        else (names.shorten(f.rule), "", 0)
        for f in report.findings
    }


def test_the_real_data_break_no_rule(root: Path) -> None:
    report = check(root)
    assert report.findings == []
    assert report.rules > 100


# what is spoilt: file, what stands there, what is put in its place, the rule that finds it
SPOILT = {
    "missing speaker": (CLAIMS, r"^    pact:speaker organisation:spacenews ;\n", "", "shape:ClaimHasOneSpeaker"),
    "speaker that nobody described": (CLAIMS, r"pact:speaker person:victoria-samson", "pact:speaker person:nobody", "rule:entity-is-described"),
    "two stances": (CLAIMS, r"pact:stance pact:plans ;", "pact:stance pact:plans, pact:asserts ;", "shape:ClaimHasOneStance"),
    "misspelt stance": (CLAIMS, r"pact:stance pact:plans", "pact:stance pact:plan", "shape:ClaimStanceIsStance"),
    "dropped source": (CLAIMS, r"^    pact:source article:belarus-joins ;\n", "", "shape:ClaimHasOneSource"),
    "no evidence": (CLAIMS, r" ;\n    pact:evidence passage:belarus-joins-0-8 \.", " .", "rule:claim-has-evidence"),
    "impossible month": (CLAIMS, r'pact:holdsFrom "2023-10"', 'pact:holdsFrom "2023-13"', "rule:date-is-edtf"),
    "ends before it begins": (CLAIMS, r'pact:holdsTo "2016"', 'pact:holdsTo "2015"', "shape:ClaimDaysInOrder"),
    "date without its type": (CLAIMS, r'pact:holdsFrom "2023-10"\^\^edtf:EDTF', 'pact:holdsFrom "2023-10"', "shape:ClaimStartIsDate"),
    "year of another type": (CLAIMS, r'"2016"\^\^edtf:EDTF', '"2016"^^<http://www.w3.org/2001/XMLSchema#gYear>', "rule:datatype-is-known"),
    "span past the end of the text": (CLAIMS, r"oa:end 8 ;", "oa:end 99999 ;", "rule:passage-ends-within-text"),
    "span the wrong way round": (CLAIMS, r"oa:start 11 ;", "oa:start 1100 ;", "shape:PassageStartsBeforeEnd"),
    "digest cut short": (CLAIMS, r'^(    pact:textDigest "[0-9a-f]{63})[0-9a-f]" \.$', r'\1" .', "shape:PassageDigestIsSha256"),
    "misspelt property": (CLAIMS, r"pact:signatory", "pact:signatary", "rule:term-is-declared"),
    "misspelt class": (CLAIMS, r"a pact:JointDeclaration", "a pact:JointDeclration", "rule:term-is-declared"),
    "agency as signatory": (CLAIMS, r"pact:signatory person:vladimir-gusakov", "pact:signatory organisation:nasb", "shape:SignatoryIsPerson"),
    "state holds a post": (CLAIMS, r"person:vladimir-gusakov org:holds", "country:belarus org:holds", "shape:HolderIsPerson"),
    "place as operator": (CLAIMS, r"pact:operator organisation:nasa", "pact:operator place:moon", "shape:OperatorIsAgent"),
    "stage that is a status": (CLAIMS, r"pact:stage pact:signature", "pact:stage pact:completed", "shape:StageIsStage"),
    "count that is no integer": (CLAIMS, r"schema:value 3 ", "schema:value 3.5 ", "shape:ValueIsCount"),
    "negative count": (CLAIMS, r"schema:value 3 ", "schema:value -3 ", "shape:ValueIsCount"),
    "ordinal zero": (CLAIMS, r"pact:ordinal 29", "pact:ordinal 0", "shape:OrdinalIsCount"),
    "content without claim": (CLAIMS, r"^belarus-joins:dateline a pact:Claim ;", "belarus-joins:datelin a pact:Claim ;", "rule:content-has-claim"),
    "claim without content": (CLAIMS, r"^belarus-joins:dateline \{", "belarus-joins:datelin {", "rule:claim-has-content"),
    "author's note as evidence": (CLAIMS, r"pact:evidence passage:belarus-joins-0-8", "pact:evidence passage:belarus-joins-4329-4385", "rule:evidence-is-not-furniture"),
    "blank node": (CLAIMS, r"pact:builder country:china", "pact:builder [ a pact:State ]", "rule:node-is-named"),
    "passage of another article": (CLAIMS, r"pact:evidence passage:belarus-joins-0-8", f"pact:evidence <{names.ID}passage/{OTHER_PASSAGE}>", "rule:passage-is-from-source-of-claim"),
    "whole sentence as first words": (CLAIMS, r'pact:firstWords "HELSINKI"', 'pact:firstWords "one two three four five six seven"', "shape:PassageHasFewFirstWords"),
    "publisher that is a person's name": (CLAIMS, r"dcterms:publisher organisation:spacenews", 'dcterms:publisher "SpaceNews"', "shape:SourcePublisherIsAgent"),
    "address that is a script": (CLAIMS, r"schema:url <https:[^>]*>", "schema:url <javascript:alert(1)>", "shape:UrlIsWebAddress"),
    "hearsay of a named speaker": (CLAIMS, r"(pact:speaker )organisation:spacenews( ;\n    pact:stance pact:reports)", r"\1person:victoria-samson\2", "rule:hearsay-is-in-own-voice"),
    "fact by hand": (CLAIMS, r"^belarus-joins:dateline a pact:Claim ;", "belarus-joins:dateline a pact:Claim, pact:Fact ;", "rule:derived-is-not-written"),
    "party that is a place": (ENTITIES + "accession.ttl", r"pact:party country:belarus", "pact:party <https://w3id.org/moonpact/id/place/hefei>", "shape:PartyIsAgent"),
    "two coalitions": (ENTITIES + "accession.ttl", r"pact:coalition coalition:ilrs", "pact:coalition coalition:ilrs, coalition:artemis-accords", "shape:AccessionHasOneCoalition"),
    "programme as coalition": (ENTITIES + "accession.ttl", r"pact:coalition coalition:ilrs", "pact:coalition <https://w3id.org/moonpact/id/programme/artemis>", "shape:CoalitionIsCoalition"),
    "second accession of one party": (ENTITIES + "accession.ttl", r"pact:party country:egypt", "pact:party country:belarus", "rule:accession-is-one"),
    "code in small letters": (ENTITIES + "country.ttl", r'pact:iso3166 "BY"', 'pact:iso3166 "by"', "shape:StateCodeIsAssigned"),
    "entity without label": (ENTITIES + "country.ttl", r'^    rdfs:label "Belarus"@en ;\n', "", "rule:entity-has-label"),
    "label with a direction character": (ENTITIES + "country.ttl", r'rdfs:label "Belarus"@en', 'rdfs:label "Bela\u202erus"@en', "shape:EntityLabelIsShort"),
    "two labels": (ENTITIES + "country.ttl", r'rdfs:label "Belarus"@en', 'rdfs:label "Belarus"@en, "Belorussia"@en', "rule:entity-has-label"),
    "same label twice": (ENTITIES + "country.ttl", r'rdfs:label "Belarus"@en', 'rdfs:label "Venezuela"@en', "rule:entity-label-is-unique"),
    "post in a place": (ENTITIES + "post.ttl", r"org:postIn organisation:cnsa", "org:postIn country:china", "shape:PostInOrganisation"),
    "unused entity": (ENTITIES + "country.ttl", r"\Z", '\n<https://w3id.org/moonpact/id/country/nowhere> a pact:State ;\n    rdfs:label "Nowhere"@en .\n', "rule:entity-is-used"),
    "term without definition": ("ontology/moonpact.ttl", r'^    skos:definition "A learned[^\n]*\n', "", "rule:term-has-definition"),
    "comparison with one side": ("data/comparisons.ttl", r"(pact:side [^,;]*),[^;]* ;", r"\1 ;", "shape:ComparisonHasTwoSides"),
    "swapped dates": (VENEZUELA, r'(issued )"\[2023-07-17\.\.2023-07-31\]"', r'\1"[2023-07-31..2023-07-17]"', "rule:date-is-edtf"),
    "claim before it appeared": (GROWTH, r'(stance pact:asserts ;\n    pact:holdsFrom )"2024-05-14"', r'\1"2026-05-14"', "rule:assertion-is-not-ahead"),
    "speech after it was printed": (GROWTH, r"(pact:statedOn )\"[^\"]*\"", r'\1"2025-01-02"', "rule:assertion-is-not-ahead"),
    "publication to come": (ARMENIA, r'issued "2024-06-20"', 'issued "2124-06-20"', "rule:publication-is-past"),
    "thirtieth of February": (ARMENIA, r'pact:date "2024-06-12"', 'pact:date "2024-02-30"', "rule:date-is-edtf"),
    "day and month swapped": (OMAN, r'pact:date "2024-12-02"', 'pact:date "2024-02-12"', "rule:date-is-in-time-of-claim"),
    "date beyond the claim": (ARMENIA, r'pact:date "2024-06-12"', 'pact:date "2023-06-12"', "rule:date-is-in-time-of-claim"),
    "date with the words of a date": (OMAN, r'issued "2024-12"', 'issued "December 2024"', "rule:date-is-edtf"),
    "date with a time": (OMAN, r'"2024-12"\^\^edtf:EDTF \.', '"2024-12-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .', "rule:datatype-is-known"),
    "missing stance": (ARMENIA, r"^    pact:stance pact:asserts ;\n", "\n", "shape:ClaimHasOneStance"),
    "missing speaker in the record": (OMAN, r"^    pact:speaker organisation:gaya-one ;\n", "\n", "shape:ClaimHasOneSpeaker"),
    "speaker that is a place": (VENEZUELA, r"pact:speaker organisation:spacenews", "pact:speaker place:moon", "shape:ClaimSpeakerIsAgent"),
    "speaker that is a text": (FIFTY, r"pact:speaker organisation:spacenews", 'pact:speaker "SpaceNews"', "shape:ClaimSpeakerIsAgent"),
    "speaker told himself": (VENEZUELA, r"(pact:speaker (person:[\w-]+)) ;", r"\1 ; pact:statedTo \2 ;", "rule:speaker-tells-others"),
    "source of another article": (ARMENIA, r"pact:source page:armenian[\w-]*", "pact:source <https://w3id.org/moonpact/id/article/belarus-joins>", "rule:claim-bears-name-of-source"),
    "source that nobody described": (OMAN, r"pact:source page:gaya-one-oman[\w-]*", "pact:source page:gaya-two", "shape:ClaimSourceIsSource"),
    "source without publisher": (OMAN, r"^    dcterms:publisher organisation:gaya-one ;\n", "\n", "shape:SourceHasOnePublisher"),
    "source without its date": (FIFTY, r"^    dcterms:issued [^\n]*\n", "\n", "shape:SourceHasOneIssued"),
    "source that does not say how its date is known": (OMAN, r"^    pact:knownBy [^\n]*\n", "\n", "shape:SourceSaysHowDateIsKnown"),
    "unknown reliability": (OMAN, r"pact:reliability pact:digest", "pact:reliability pact:gossip", "rule:term-is-declared"),
    "reliability that is a stance": (ARMENIA, r"pact:reliability pact:reprint", "pact:reliability pact:hopes", "shape:SourceHasOneReliability"),
    "address of two pages": (OMAN, r"schema:url <[^>]*>", "schema:url <https://mirrorspectator.com/2024/06/20/nasa-welcomes-armenia-as-43rd-artemis-accords-signatory/>", "rule:identifier-is-unique"),
    "address as text": (OMAN, r"schema:url <([^>]*)>", r'schema:url "\1"', "shape:UrlIsWebAddress"),
    "headline without its language": (VENEZUELA, r"(schema:headline \"[^\"]*\")@en", r"\1", "shape:HeadlineHasLanguage"),
    "language that is none": (OMAN, r'inLanguage "en"', 'inLanguage "English"', "shape:SourceLanguageIsTag"),
    "moved span": (VENEZUELA, r"(^passage:venezuela-signs-up-0-31 a pact:Passage ;\n.*\n    oa:start )0", r"\g<1>1", "rule:span-bears-its-offsets"),
    "span stretched": (GROWTH, r"(^passage:growth-of-ilrs-94-111 a pact:Passage ;\n.*\n.*\n    oa:end )111", r"\g<1>112", "rule:span-bears-its-offsets"),
    "first words of another passage": (GROWTH, r'(^passage:growth-of-ilrs-204-220 a pact:Passage ;\n.*\n.*\n.*\n    pact:firstWords )"[^"]*"', r'\1"Image: NASA and others"', "rule:span-fits-its-words"),
    "moved furniture": (VENEZUELA, r"oa:start 4593", "oa:start 4594", "rule:span-bears-its-offsets"),
    "passage of no source": (FIFTY, r"(^passage:[\w-]+ a pact:Passage ;\n)    dcterms:isPartOf article:fifty-countries ;\n", r"\1\n", "shape:PassageHasOneSource"),
    "evidence that does not exist": (FIFTY, r"pact:evidence passage:fifty-countries-0-\d+ \.", "pact:evidence passage:fifty-countries-1-2 .", "shape:ClaimEvidenceIsPassage"),
    "passage that nobody cites": (GROWTH, r"\Z", '\npassage:growth-of-ilrs-1-2 a pact:Passage ;\n    dcterms:isPartOf article:growth-of-ilrs ;\n    oa:start 1 ;\n    oa:end 2 ;\n    pact:firstWords "a" ;\n    pact:textDigest "' + "0" * 64 + '" .\n', "shape:PassageIsCited"),
    "misspelt property of the record": (ARMENIA, r"pact:ordinalOf", "pact:ordinalOff", "rule:term-is-declared"),
    "misspelt prefix": (OMAN, r"pact:counterpart", "schema:counterpart", "rule:term-is-declared"),
    "counterpart that is a person": (OMAN, r"pact:counterpart organisation:dsel", "pact:counterpart person:wu-weiren", "rule:accession-party-can-accede"),
    "counterpart that nobody described": (OMAN, r"pact:counterpart organisation:dsel", "pact:counterpart organisation:dselx", "rule:entity-is-described"),
    "instrument that is an organisation": (OMAN, r"pact:instrument agreement:dsel-oman-lens-memorandum", "pact:instrument organisation:dsel", "shape:InstrumentIsInstrument"),
    "signatory that is a state": (ARMENIA, r"pact:signatory person:mkhitar-hayrapetyan", "pact:signatory <https://w3id.org/moonpact/id/country/armenia>", "shape:SignatoryIsPerson"),
    "stage of a person": (ARMENIA, r"accession:armenia-artemis-accords pact:stage", "person:mkhitar-hayrapetyan pact:stage", "rule:property-fits-subject"),
    "stage as a text": (OMAN, r"pact:stage pact:signature", 'pact:stage "signature"', "shape:StageIsStage"),
    "ordinal as a text": (ARMENIA, r"pact:ordinal 43", 'pact:ordinal "43"', "shape:OrdinalIsCount"),
    "place of the signing as a person": (ARMENIA, r"schema:location place:washington", "schema:location person:mkhitar-hayrapetyan", "shape:LocationIsPlace"),
    "job title without language": (ARMENIA, r'(schema:jobTitle "[^"]*")@en', r"\1", "shape:JobTitleHasLanguage"),
    "fact outside any claim": (ARMENIA, r"\Z", "\naccession:armenia-artemis-accords pact:stage pact:signature .\n", "rule:statement-is-claimed"),
    "fact among the entities": (ENTITIES + "accession.ttl", r"\Z", "\naccession:armenia-artemis-accords pact:stage pact:intent .\n", "rule:statement-is-claimed"),
    "claim in the graph of another article": (OMAN, r"^gaya-one-oman-joins-chinas-international-lunar-research:dsel-oman-lens-memorandum-parties \{", "<https://w3id.org/moonpact/claim/gaya-two/parties> {", "rule:graph-is-a-claim"),
    "stance inside the braces": (OMAN, r"(accession:oman-lens-ilrs pact:signatory person:wu-weiren) \.", r"\1 .\n    gaya-one-oman-joins-chinas-international-lunar-research:oman-lens-signed pact:stance pact:denies .", "rule:content-is-of-the-world"),
    "party of another name": (ENTITIES + "accession.ttl", r"(^accession:albania-artemis-accords a[^.]*pact:party )country:albania", r"\1country:angola", "rule:accession-bears-its-names"),
    "coalition of another name": (ENTITIES + "accession.ttl", r"(^accession:argentina-ilrs a[^.]*pact:coalition )coalition:ilrs", r"\1coalition:artemis-accords", "rule:accession-bears-its-names"),
    "duplicated accession": (ENTITIES + "accession.ttl", r"\Z", '\naccession:armenia-artemis-accords-2 a pact:Accession ;\n    rdfs:label "second accession of Armenia"@en ;\n    pact:party country:armenia ;\n    pact:coalition coalition:artemis-accords .\n', "rule:accession-is-one"),
    "person accedes": (ENTITIES + "accession.ttl", r"pact:party organisation:auass", "pact:party <https://w3id.org/moonpact/id/person/wu-weiren>", "rule:accession-party-can-accede"),
    "code of another state": (ENTITIES + "country.ttl", r'iso3166 "AL"', 'iso3166 "AO"', "rule:identifier-is-unique"),
    "code that is not assigned": (ENTITIES + "country.ttl", r'iso3166 "AR"', 'iso3166 "XZ"', "shape:StateCodeIsAssigned"),
    "code of three letters": (ENTITIES + "country.ttl", r'iso3166 "BH"', 'iso3166 "BHR"', "shape:StateCodeIsAssigned"),
    "state as a company": (ENTITIES + "country.ttl", r"country:angola a pact:State", "country:angola a pact:Company", "rule:entity-is-of-its-kind"),
    "organisation as a person": (ENTITIES + "organisation.ttl", r"organisation:adriatic-aerospace-association a pact:NonGovernmentalOrganisation", "organisation:adriatic-aerospace-association a <http://xmlns.com/foaf/0.1/Person>", "rule:entity-is-of-its-kind"),
    "state of an agency that is a place": (ENTITIES + "organisation.ttl", r"pact:ofState country:venezuela", "pact:ofState <https://w3id.org/moonpact/id/place/moon>", "rule:value-fits-range"),
    "item of Wikidata that is none": (ENTITIES + "agreement.ttl", r"wikidata.org/entity/Q96341450", "wikidata.org/entity/96341450", "shape:EntityMatchIsInWikidata"),
    "label in a language that is none": (ENTITIES + "country.ttl", r'"Shqipëri"@sq', '"Shqipëri"@albanian', "rule:language-tag-is-plain"),
    "label with two spaces": (ENTITIES + "person.ttl", r'"Andrew Jones"@en', '"Andrew  Jones"@en', "rule:literal-is-clean"),
    "other name with markup": (ENTITIES + "organisation.ttl", r'altLabel "ABAE"@en', 'altLabel "<b>ABAE</b>"@en', "rule:literal-is-clean"),
    "dead entity": (ENTITIES + "person.ttl", r"\Z", '\nperson:nobody-at-all a foaf:Person ;\n    rdfs:label "Nobody At All"@en .\n', "rule:entity-is-used"),
    "entity twice": (ENTITIES + "person.ttl", r"\Z", '\nperson:andrew-e-jones a foaf:Person ;\n    rdfs:label "andrew jones"@en .\n', "rule:entity-label-is-unique"),
    "comparison with a claim that is gone": ("data/comparisons.ttl", r"belarus-joins:declaration-signed", "belarus-joins:declaration-sinned", "shape:ComparisonHasTwoSides"),
    "comparison of no kind": ("data/comparisons.ttl", r"(differenceOfWording ;\n    pact:side growth[^;]*;\n)    pact:reason [^\n]*", r"\1    pact:reliability pact:digest .", "shape:ComparisonGivesOneReason"),
    "ruling for a claim that is gone": ("data/rulings.ttl", r"aerospacelectures-chinese-lunar-missions:change-5-launch", "aerospacelectures-chinese-lunar-missions:change-55-launch", "rule:ruling-prefers-claim"),
    "reason without language": ("data/rulings.ttl", r'(the 22nd was not\.")@en', r"\1", "rule:note-is-in-english"),
    "term with a slip in its class": ("ontology/moonpact.ttl", r"rdfs:domain pact:Accession", "rdfs:domain pact:Acession", "rule:term-is-declared"),
    "list of no kind": (ENTITIES + "list.ttl", r"pact:listsKind pact:Company", "pact:listsKind pact:Compny", "rule:term-is-declared"),
    "quantity above its bound": (VENEZUELA, r"schema:minValue 11", "schema:minValue 11 ; schema:value 10", "rule:bounds-agree"),
    "related to itself": (ENTITIES + "place.ttl", r"^(place:[\w-]+)( a [^;]*;)", r"\1\2 schema:containedInPlace \1 ;", "rule:nothing-relates-to-itself"),
    "property of data with a thing": (VENEZUELA, r'pact:ordinalOf "[^"]*"@en', "pact:ordinalOf coalition:ilrs", "rule:value-fits-kind-of-property"),
}  # fmt: skip
BATCHES = 14


@pytest.mark.parametrize("batch", range(BATCHES))
def test_faults_are_found_at_their_lines(project: Path, batch: int) -> None:
    """Spoil the data in several places at once, for one check costs as much for all as for one."""
    faults = [SPOILT[name] for name in list(SPOILT)[batch::BATCHES]]
    lines = [spoil(project, file, old, new) for file, old, new, _ in faults]
    report = check(project)
    found = places(report, project)
    path = project / faults[0][0]
    alone = {(f.rule, f.place, f.component) for f in check(project, [path]).findings if f.place}
    assert alone == {(f.rule, f.place, f.component) for f in report.findings if f.place and f.place.path == path}
    for line, (file, old, _, rule) in zip(lines, faults, strict=True):
        near = {at for name, where, at in found if name == rule and where == file and line - 8 <= at <= line + 3}
        # the line itself, or the subject's line a little above where the fault is that something is missing
        assert near, f"{rule} ({old}) is not at line {line} of {file}, but: {sorted(found)}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"^belarus-joins:dateline \{", "belarus-joins:dateline {{"),
        (r" \.\n\}", "\n"),
        (r'"HELSINKI"', '"HELSINKI'),
        (r"\Z", "\x00"),
    ],
)
def test_a_file_that_is_not_well_formed_is_a_finding_with_its_line(project: Path, old: str, new: str) -> None:
    spoil(project, CLAIMS, old, new)
    ((rule, file, line),) = places(check(project), project)
    assert (rule, file) == ("rule:well-formed", CLAIMS)
    assert line >= 1


def test_a_file_that_is_not_utf_8_is_a_finding(project: Path) -> None:
    path = project / CLAIMS
    path.write_bytes(
        path.read_bytes().replace("’".encode(), b"\xff\xfe", 1).replace(b'firstWords "HEL', b'firstWords "\xff', 1)
    )
    assert {(rule, file) for rule, file, _ in places(check(project), project)} == {("rule:well-formed", CLAIMS)}


def test_a_byte_order_mark_is_shown_and_what_to_do_is_said(project: Path) -> None:
    path = project / CLAIMS
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    (finding,) = check(project).findings
    assert "\\ufeff" in finding.message
    assert finding.message.endswith("Save the file as UTF-8 without a byte order mark.")


def test_what_has_no_place_stands_after_what_can_be_mended(project: Path) -> None:
    spoil(project, CLAIMS, r"pact:stage pact:signature", "pact:stagee pact:signature")
    placed = [finding.place is not None for finding in check(project, [project / CLAIMS]).findings]
    assert {True, False} <= set(placed)
    assert placed == sorted(placed, reverse=True)


def test_only_the_given_files_are_reported(project: Path) -> None:
    spoil(project, CLAIMS, r"pact:ordinal 29", "pact:ordinal 0")
    spoil(project, ENTITIES + "country.ttl", r'pact:iso3166 "BY"', 'pact:iso3166 "by"')
    assert {file for _, file, _ in places(check(project, [project / CLAIMS]), project)} == {CLAIMS}
    assert {file for _, file, _ in places(check(project, [project / "data/entities"]), project)} == {
        ENTITIES + "country.ttl"
    }


def test_a_file_from_elsewhere_is_checked_in_place_of_its_namesake(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "belarus-joins.trig"
    elsewhere.write_text(
        (project / CLAIMS).read_text(encoding="utf-8").replace("pact:ordinal 29", "pact:ordinal 0"), encoding="utf-8"
    )
    report = check(project, [elsewhere])
    assert {names.shorten(f.rule) for f in report.findings} == {"shape:OrdinalIsCount"}
    assert {f.place.path for f in report.findings if f.place} == {elsewhere}


def test_every_span_and_digest_is_confirmed(project: Path, articles: Path) -> None:
    assert check(project, texts=articles).findings == []


def test_one_changed_byte_of_an_article_fails_by_claim_file_and_line(
    project: Path, articles: Path, tmp_path: Path
) -> None:
    texts = tmp_path / "texts"
    shutil.copytree(articles, texts)
    changed = next(texts.glob("001_*"))
    changed.chmod(0o644)
    raw = changed.read_bytes().replace(b"Vladimir Gusakov", b"Vladimir Gusakow", 1)
    changed.write_bytes(raw)
    found = check(project, texts=texts).findings
    rules = {names.shorten(f.rule) for f in found}
    assert rules == {"rule:text-unchanged", "rule:passage-covers-its-words"}
    claims = {names.shorten(f.focus) for f in found if f.rule.endswith("words")}
    assert "belarus-joins:gusakov-post" in claims
    assert all(f.place and f.place.path == project / CLAIMS and f.place.line > 1 for f in found)
    assert any("Gusakow" in f.message for f in found), "the message shows the words that the span really covers"
    assert any(f.value == hashlib.sha256(raw).hexdigest() for f in found)


def test_a_moved_span_fails(project: Path, articles: Path) -> None:
    spoil(project, CLAIMS, r"oa:start 11 ;", "oa:start 12 ;")
    found = places(check(project, texts=articles), project)
    assert {rule for rule, _, _ in found} == {"rule:passage-covers-its-words", "rule:span-bears-its-offsets"}


def test_a_text_that_is_not_at_hand_is_a_warning(project: Path, articles: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(next(articles.glob("000_*")), texts)
    report = check(project, texts=texts)
    assert {names.shorten(f.rule) for f in report.findings} == {"rule:text-at-hand"}
    assert report.violations == 0
