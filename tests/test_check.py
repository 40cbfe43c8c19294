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


def spoil(project: Path, file: str, old: str, new: str, count: int = 1) -> int:
    """Replace a regular expression in a file and return the line of the first replacement."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    match = re.search(old, text, flags=re.MULTILINE)
    assert match, f"{old} is not in {file}"
    path.write_text(re.sub(old, new, text, count=count, flags=re.MULTILINE), encoding="utf-8")
    return text.count("\n", 0, match.start()) + 1


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
    "same label twice": (ENTITIES + "country.ttl", r'rdfs:label "Belarus"@en', 'rdfs:label "Belgium"@en', "rule:entity-label-is-unique"),
    "post in a place": (ENTITIES + "post.ttl", r"org:postIn organisation:cnsa", "org:postIn country:china", "shape:PostInOrganisation"),
    "unused entity": (ENTITIES + "country.ttl", r"\Z", '\n<https://w3id.org/moonpact/id/country/nowhere> a pact:State ;\n    rdfs:label "Nowhere"@en .\n', "rule:entity-is-used"),
    "term without definition": ("ontology/moonpact.ttl", r'^    skos:definition "A learned[^\n]*\n', "", "rule:term-has-definition"),
    "comparison with one side": ("data/comparisons.ttl", r"(pact:side [^,;]*),[^;]* ;", r"\1 ;", "shape:ComparisonHasTwoSides"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SPOILT)
def test_a_fault_is_found_at_its_line(project: Path, fault: str) -> None:
    file, old, new, rule = SPOILT[fault]
    line = spoil(project, file, old, new)
    found = places(check(project), project)
    lines = {at for name, where, at in found if name == rule and where == file}
    assert lines, f"{rule} is not among {sorted(found)}"
    # the line itself, or the subject's line a little above where the fault is that something is missing
    assert any(line - 8 <= at <= line + 3 for at in lines), f"line {line}, found {lines}"


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
    assert {rule for rule, _, _ in found} == {"rule:passage-covers-its-words"}


def test_a_text_that_is_not_at_hand_is_a_warning(project: Path, articles: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(next(articles.glob("000_*")), texts)
    report = check(project, texts=texts)
    assert {names.shorten(f.rule) for f in report.findings} == {"rule:text-at-hand"}
    assert report.violations == 0
