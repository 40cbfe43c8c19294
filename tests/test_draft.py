"""From an article's text to a claims file: nothing invented, everything exact, and complete once it is filled in."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ROOT, copy_project, moonpact
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from moonpact import names
from moonpact.check import check
from moonpact.cite import skeletons
from moonpact.draft import draft
from moonpact.draftclaim import FILL_IN, Settings
from moonpact.errors import MoonpactError
from moonpact.evidence import digest

NEWCOMER = Path(__file__).parent / "newcomer"
PACT = names.PACT

for module, package in (("ahocorasick", "pyahocorasick"), ("dateparser", "dateparser")):
    pytest.importorskip(module, reason=f"{package} is not installed")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "p")


def drafted(folder: Path, text: str) -> Store:
    """Return what stands uncommented in the draft from a text."""
    path = folder / "made-up.txt"
    path.write_text(text, encoding="utf-8", newline="")
    store = Store()
    made = draft(ROOT, path, Settings("made-up", "organisation:spacenews", "2026-05-12"))
    store.load(made.encode(), format=RdfFormat.TRIG)
    return store


def said(store: Store) -> set[tuple[str, str, str]]:
    """Return the statements inside claims, in short names."""
    quads = [q for q in store if isinstance(q.graph_name, NamedNode)]
    return {
        (names.shorten(q.subject.value), names.shorten(q.predicate.value), names.shorten(q.object.value) if isinstance(q.object, NamedNode) else str(getattr(q.object, "value", "")))
        for q in quads if isinstance(q.subject, NamedNode)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Belarus joined the ILRS in October 2023.", {("accession:belarus-ilrs", "pact:stage", "pact:signature"), ("accession:belarus-ilrs", "pact:date", "2023-10")}),
        ("On 30 May 2024, Peru formally signed the Artemis Accords in Washington.", {("accession:peru-artemis-accords", "pact:stage", "pact:signature"), ("accession:peru-artemis-accords", "pact:date", "2024-05-30"), ("accession:peru-artemis-accords", "pact:instrument", "agreement:artemis-accords")}),
        ("Germany became the 29th country to sign the Artemis Accords.", {("accession:germany-artemis-accords", "pact:stage", "pact:signature"), ("accession:germany-artemis-accords", "pact:instrument", "agreement:artemis-accords")}),
        # the year is of the founding, not of the joining
        ("Belarus joined the ILRS, founded in 2021.", {("accession:belarus-ilrs", "pact:stage", "pact:signature")}),
        ("In 2024, Peru, Panama and Austria signed the Artemis Accords.", {(f"accession:{party}-artemis-accords", *said) for party in ("peru", "panama", "austria") for said in (("pact:stage", "pact:signature"), ("pact:date", "2024"), ("pact:instrument", "agreement:artemis-accords"))}),
        ("Belarus joined the ILRS last Thursday.", {("accession:belarus-ilrs", "pact:stage", "pact:signature")}),
    ],
)  # fmt: skip
def test_a_plain_sentence_becomes_a_claim(tmp_path: Path, sentence: str, statements: set[tuple[str, str, str]]) -> None:
    assert said(drafted(tmp_path, f"A headline\n\n{sentence}\n")) == statements


@pytest.mark.parametrize(
    "sentence",
    [
        "Belarus has not joined the ILRS.",
        "Belarus never joined the ILRS.",
        "Belarus almost joined the ILRS.",
        "Belarus plans to join the ILRS.",
        "Belarus could join the ILRS.",
        "Belarus will have joined the ILRS by 2027.",
        "Reportedly, Belarus joined the ILRS.",
        "Belarus joined the ILRS, officials said.",
        "Belarus joined the ILRS, a claim that Minsk denied.",
        "It is false that Belarus joined the ILRS.",
        "Nobody believes that Belarus joined the ILRS.",
        "“Belarus joined the ILRS.”",
        "If Belarus joined the ILRS, Peru would too.",
        "Belarus joined the ILRS talks.",
        "Belarus signed a paper on the ILRS.",
        "The National Academy of Sciences of Belarus signed a paper on the ILRS.",
        "Belarus’s academy joined the ILRS.",
        "The Belarus Space Agency joined the ILRS.",
        "A Belarus-based firm joined the ILRS.",
        "Graustark joined the ILRS.",
        "Belarus joined the Lunar Tennis Association.",
        "Peru, unlike Belarus, joined the ILRS.",
        "Belarus or Peru joined the ILRS.",
        "Peru and, some think, Belarus joined the ILRS.",
        "Peru, Belarus joined the ILRS.",
        "Friends of Peru and Belarus joined the ILRS.",
        "Belarus withdrew after it joined the ILRS.",
        "Did Belarus join the ILRS?",
        "Belarus joins the ILRS only on paper.",
        "Belarus joined with Peru against the ILRS.",
    ],
)
def test_what_is_not_certain_is_a_comment(tmp_path: Path, sentence: str) -> None:
    assert said(drafted(tmp_path, f"A headline\n\n{sentence}\n")) == set()


def test_the_comment_says_why_and_holds_a_claim_that_parses(tmp_path: Path) -> None:
    text = tmp_path / "made-up.txt"
    shutil.copy(NEWCOMER / "ruritania-signs.txt", text)
    made = draft(ROOT, text, Settings("made-up"))
    for reason in ("“told”", "unknown: Ruritania", "“not”; “denied”", "“hopes”; “could”", "“plans”"):
        assert reason in made, reason
    assert {line.split(" ", 2)[2] for line in made.splitlines() if re.match(r"# \d+–\d+ [A-Z]", line)} == {
        "Ruritania", "Rudolf Elphberg", "Streslau Gazette", "Streslau", "Graustark",
    }  # fmt: skip
    assert "# 542–551 “last year” is for you to judge" in made
    blocks = re.findall(r"# made-up:[\w-]+ \{.*?textDigest \"\w+\" \.", made, re.DOTALL)
    assert len(blocks) == 5
    prefixes = "".join(line + "\n" for line in made.splitlines() if line.startswith("@prefix"))
    for block in blocks:
        bare = re.sub(r"^# ?", "", block, flags=re.MULTILINE)
        # three places to fill in are terms; as they stand they would be no Turtle
        Store().load((prefixes + bare.replace(" FILL-IN", " pact:FILL-IN")).encode(), format=RdfFormat.TRIG)


def test_no_sentence_of_the_text_stands_in_the_draft(tmp_path: Path) -> None:
    words = [f"word{i}" for i in range(30)]
    drafted(tmp_path, f"Title\n\nBelarus joined the ILRS as {' '.join(words)}.\n")
    made = draft(ROOT, tmp_path / "made-up.txt", Settings("made-up"))
    assert "word27 word28 word29." in made
    assert "word20 word21" not in made


def test_what_belongs_to_the_site_is_described_as_such(tmp_path: Path) -> None:
    text = tmp_path / "made-up.txt"
    text.write_text("Belarus joined the ILRS.\n\nRead more\n", encoding="utf-8")
    made = skeletons(ROOT, text, "Read more", "made-up", furniture=True)
    vocabularies = {p: names.VOCABULARIES[p] for p in ("dcterms", "oa", "pact")}
    kinds = {kind: f"{names.ID}{kind}/" for kind in ("article", "furniture")}
    prefixes = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in (vocabularies | kinds).items())
    store = Store()
    store.load((prefixes + made).encode(), format=RdfFormat.TURTLE)
    found = {q.predicate.value.rpartition("#")[2]: q.object for q in store}
    assert (found["start"], found["end"]) == (Literal(26), Literal(35))
    assert found["textDigest"] == Literal(digest("Read more"))


def test_a_new_article_goes_from_text_to_claims_by_the_documented_steps(project: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    content = (NEWCOMER / "ruritania-signs.txt").read_text(encoding="utf-8")
    (texts / "ruritania-signs.txt").write_text(
        content + "\nRuritania signed the Artemis Accords on 8 May 2026.\n", encoding="utf-8"
    )
    # the first draft names who is unknown, and the curator describes them
    first = moonpact("draft", texts / "ruritania-signs.txt", "--published", "2026-05-12", cwd=project)
    assert first.returncode == 0
    assert re.search(r"^# \d+–\d+ Ruritania$", first.stdout, re.MULTILINE)
    for kind in ("country", "organisation"):
        with (project / f"data/entities/{kind}.ttl").open("a", encoding="utf-8") as out:
            out.write((NEWCOMER / f"{kind}.ttl").read_text(encoding="utf-8"))
    # the second one knows them
    done = moonpact(
        "draft", texts / "ruritania-signs.txt", "--published", "2026-05-12",
        "--publisher", "organisation:streslau-gazette", "--write", cwd=project,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")
    claims = project / "data/claims/ruritania-signs.trig"
    made = claims.read_text(encoding="utf-8")
    entity = re.search(r"^# accession:ruritania-artemis-accords a .*?\.$", made, re.DOTALL | re.MULTILINE)
    assert entity
    with (project / "data/entities/accession.ttl").open("a", encoding="utf-8") as out:
        out.write("\n" + re.sub(r"^# ?", "", entity[0], flags=re.MULTILINE) + "\n")
    # check names what is left to fill in, and nothing else
    unfinished = check(project, [claims], texts)
    left = [f for f in unfinished.findings if f.rule == f"{names.RULE}placeholder-is-filled-in"]
    uncommented = "\n".join(line for line in made.splitlines() if not line.lstrip().startswith("#"))
    assert len(left) == uncommented.count(FILL_IN) == 2
    (other,) = set(unfinished.findings) - set(left)
    assert other.rule.endswith("/SourceHasOneReliability")
    made = (
        made.replace(f'headline "{FILL_IN}"', 'headline "Ruritania signs up"')
        .replace(f'knownBy "{FILL_IN}"', 'knownBy "It prints the day."')
        .replace(f"# pact:reliability pact:{FILL_IN}", "pact:reliability pact:newsReport")
    )
    claims.write_text(made, encoding="utf-8")
    finished = moonpact("check", claims, "--texts", texts, cwd=project)
    assert (finished.returncode, finished.stdout) == (0, ""), finished.stdout
    assert moonpact("check", cwd=project).returncode == 0
    difference = moonpact("diff", ROOT, ".", cwd=project).stdout
    assert "Ruritania joins the Artemis Accords coalition" in difference
    assert "gained: accession of Ruritania to the Artemis Accords — date — 2026-05-08" in difference


def test_bad_input_is_named_and_nothing_is_written(project: Path, tmp_path: Path) -> None:
    shutil.copy(NEWCOMER / "ruritania-signs.trig", project / "data/claims")
    (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "good.txt").write_text("Belarus joined the ILRS.\n", encoding="utf-8")
    (tmp_path / "123.txt").write_text("Belarus joined the ILRS.\n", encoding="utf-8")
    before = sorted(project.rglob("*"))
    for arguments, message in (
        ([tmp_path / "none.txt"], "does not exist"),
        ([tmp_path / "empty.txt"], "empty"),
        ([tmp_path / "latin.txt"], "cannot be read as UTF-8"),
        ([tmp_path / "123.txt"], "no short name"),
        ([NEWCOMER / "ruritania-signs.txt", "--article", "again"], "has this text already"),
        ([tmp_path / "good.txt", "--article", "belarus-joins"], "is taken"),
        ([tmp_path / "good.txt", "--article", "country"], "is taken"),
        ([tmp_path / "good.txt", "--article", "../x"], "no short name"),
        ([tmp_path / "good.txt", "--published", "May"], "not an EDTF date"),
        ([tmp_path / "good.txt", "--publisher", "SpaceNews"], "no name of a publisher"),
    ):
        done = moonpact("draft", *arguments, "--write", cwd=project)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert message in done.stderr, (arguments, done.stderr)
        assert sorted(project.rglob("*")) == before


def test_a_draft_is_written_whole_or_not_at_all(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from moonpact.dist import write_one

    target = project / "data/claims/good.trig"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(MoonpactError, match="No space left"):
        write_one(target, "x")
    assert list(target.parent.glob("*good*")) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["Belarus", "joined", "the ILRS", "signed", "not", "“", "”", ".", "\n", "Peru's", "on 7 May 2026", "could", "\\", '"', "{", "\u202e", "FILL-IN"]),
            st.text(max_size=8),
        ),
        max_size=40,
    ).map(" ".join)
)  # fmt: skip
def test_whatever_the_text_the_draft_parses_and_its_spans_are_exact(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("draft")
    if not text.strip():
        return
    store = drafted(folder, text)
    for passage in {q.subject for q in store.quads_for_pattern(None, NamedNode(f"{PACT}firstWords"), None)}:
        start, end = (
            int(q.object.value)
            for name in ("start", "end")
            for q in store.quads_for_pattern(passage, NamedNode(f"http://www.w3.org/ns/oa#{name}"), None)
            if isinstance(q.object, Literal)
        )
        words = text[start:end]
        assert "joined" in words or "signed" in words
        assert not re.search(r"\bnot\b|\bcould\b|[“”\"]", words)
