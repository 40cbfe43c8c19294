"""What a change does, as the pull request shows it: exactly what was meant, in words, and nothing else."""

import functools
import http.server
import json
import re
import shutil
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import add_newcomer, copy_project, git, moonpact, replace
from pyoxigraph import Literal, NamedNode

from moonpact.diff import Difference, Row, compare
from moonpact.difftext import MOST_CHARACTERS, render
from moonpact.snapshots import open_snapshot

CLAIM = "ruritania-signs:ruritania-signed"


@pytest.fixture(scope="session")
def joined(before: Path) -> Difference:
    return compare(open_snapshot(before, "before"), open_snapshot(before, "main"), before)


def differ_in_counts_alone(old: Row, new: Row) -> bool:
    """Tell whether rows differ in numbers alone: how many had joined by then."""
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return all(isinstance(c, Literal) and c.datatype.value.endswith("#integer") for pair in pairs for c in pair)


def test_a_new_article_moves_what_it_says_and_nothing_else(joined: Difference) -> None:
    assert [f.supported_by for f in joined.facts_gained] == 3 * [
        (f"https://w3id.org/moonpact/claim/{CLAIM.replace(':', '/')}",)
    ]
    assert {str(f.object.value) for f in joined.facts_gained if isinstance(f.object, NamedNode | Literal)} == {
        "2026-05-07",
        "https://w3id.org/moonpact/ontology#signature",
        "https://w3id.org/moonpact/id/coalition/ilrs",
    }
    assert not any((joined.facts_lost, joined.facts_changed, joined.facts_resupported))
    assert not any((joined.disputes_opened, joined.disputes_settled))
    assert not any((joined.disputes_withdrawn, joined.disputes_resided))
    assert len(joined.sources.gained) == len(joined.claims.gained) == 1
    assert len(joined.entities.gained) == 3
    assert not any((joined.sources.lost, joined.sources.changed, joined.claims.lost, joined.claims.changed))
    assert not any((joined.entities.lost, joined.entities.changed))
    moved = {m.question.name: m for m in joined.questions}
    assert {"who-joined", "members-known-on", "events-in-order", "sources", "single-source-facts"} <= moved.keys()
    assert "in-dispute" not in moved
    for question in moved.values():
        assert not question.lost, question.question.name
        counts = [new for old, new in question.changed if differ_in_counts_alone(old, new)]
        rows = [*question.gained, *(new for _, new in question.changed), *(new for _, new in question.recited)]
        rows = [row for row in rows if row not in counts]
        assert all("ruritania" in str(row) or "streslau" in str(row) for row in rows), question.question.name
    assert moved["who-joined"].after == moved["who-joined"].before + 1


def test_markdown_says_it_in_words(joined: Difference) -> None:
    text = render(joined, "markdown")
    assert text.startswith(
        "## From `before` to `main`\n\nRuritania joins the International Lunar Research Station. Answers: "
    )
    assert re.search(r"<code>who-joined</code> grows by one to \d+: Who has joined", text)
    assert f"- gained: Ruritania — is member of — International Lunar Research Station ({CLAIM})" in text
    assert f"- gained: party: Ruritania; date: 2026-05-07; earliest: 2026-05-07; latest: 2026-05-07 ({CLAIM})" in text


def test_json_holds_every_row(joined: Difference) -> None:
    document = json.loads(render(joined, "json"))
    assert document["sources"]["gained"] == ["https://w3id.org/moonpact/id/article/ruritania-signs"]
    moved = {m["question"]: m for m in document["questions"]}
    (row,) = moved["who-joined"]["gained"]
    assert row["party"] == "https://w3id.org/moonpact/id/country/ruritania"
    assert row["claim"] == ["https://w3id.org/moonpact/claim/ruritania-signs/ruritania-signed"]
    assert len(document["questions"]) == len(joined.questions)


def test_the_atom_entry_has_what_the_standard_asks_for_and_a_steady_identifier(
    joined: Difference, before: Path
) -> None:
    entry = ET.fromstring(render(joined, "atom"))  # noqa: S314 - our own output
    atom = "{http://www.w3.org/2005/Atom}"
    assert entry.tag == f"{atom}entry"
    assert entry.findtext(f"{atom}title") == "Ruritania joins the International Lunar Research Station"
    assert entry.findtext(f"{atom}updated") == f"{joined.new.issued}T00:00:00Z"
    assert entry.findtext(f"{atom}author/{atom}name")
    identifier = entry.findtext(f"{atom}id")
    by_folder = compare(open_snapshot(before, "before"), open_snapshot(before, str(before)), before)
    assert ET.fromstring(render(by_folder, "atom")).findtext(f"{atom}id") == identifier  # noqa: S314


def test_the_way_back_loses_what_the_way_there_gained(joined: Difference, before: Path) -> None:
    back = compare(joined.new, joined.old, before)
    assert [f.iri for f in back.facts_lost] == [f.iri for f in joined.facts_gained]
    assert "Ruritania is no longer a member of the International Lunar Research Station" in render(back, "markdown")
    moved = {m.question.name: m for m in back.questions}
    assert {name: len(m.lost) for name, m in moved.items()} == {
        m.question.name: len(m.gained) for m in joined.questions
    }


def test_a_corrected_date_is_a_fact_that_changed(before: Path, joined: Difference, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "p")
    add_newcomer(project)
    claims = project / "data/claims/ruritania-signs.trig"
    replace(claims, 'pact:date "2026-05-07"', 'pact:date "2026-05-06"')
    found = compare(joined.new, open_snapshot(before, str(project)), before)
    assert [(a.object.value, b.object.value) for a, b in found.facts_changed] == [("2026-05-07", "2026-05-06")]  # type: ignore[union-attr]
    assert found.facts_gained == found.facts_lost == []
    assert found.claims.changed == ["https://w3id.org/moonpact/claim/ruritania-signs/ruritania-signed"]
    text = render(found, "markdown")
    assert "date: 2026-05-07 → 2026-05-06" in text
    assert "<code>who-joined</code> changes one row" in text


def test_a_contradiction_opens_a_dispute_and_a_ruling_settles_it(
    before: Path, joined: Difference, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "p")
    add_newcomer(project)
    claims = project / "data/claims/ruritania-signs.trig"
    text = claims.read_text(encoding="utf-8")
    evidence = re.search(r"pact:evidence (passage:[\w-]+)", text)
    assert evidence
    claims.write_text(
        text
        + f"""
ruritania-signs:ruritania-applied {{
    accession:ruritania-ilrs pact:stage pact:application .
}}
ruritania-signs:ruritania-applied a pact:Claim ;
    pact:source article:ruritania-signs ;
    pact:speaker organisation:streslau-gazette ;
    pact:stance pact:asserts ;
    pact:holdsFrom "2026-05-07"^^edtf:EDTF ;
    pact:evidence {evidence[1]} .
""",
        encoding="utf-8",
    )
    disputed = open_snapshot(before, str(project))
    opened = compare(joined.new, disputed, before)
    (dispute,) = opened.disputes_opened
    assert len(dispute.sides) == 2
    text = render(opened, "markdown")
    assert "One dispute opened: accession of Ruritania to the ILRS — has stage".lower() in text.lower()
    assert "Ruritania is no longer a member" in text
    with (project / "data/comparisons.ttl").open("a", encoding="utf-8") as out:
        out.write("""
@prefix accession: <https://w3id.org/moonpact/id/accession/> .
@prefix ruling: <https://w3id.org/moonpact/id/ruling/> .
@prefix ruritania-signs: <https://w3id.org/moonpact/claim/ruritania-signs/> .

ruling:ruritania-signed a pact:Ruling ;
    pact:about accession:ruritania-ilrs ;
    rdf:predicate pact:stage ;
    pact:prefers ruritania-signs:ruritania-signed ;
    pact:reason "The application came first."@en .
""")
    settled = compare(disputed, open_snapshot(before, str(project)), before)
    assert [d.iri for d in settled.disputes_settled] == [dispute.iri]
    assert settled.disputes_opened == settled.disputes_withdrawn == []
    assert "Ruritania joins the International Lunar Research Station" in render(settled, "markdown")
    withdrawn = compare(disputed, joined.new, before)
    assert [d.iri for d in withdrawn.disputes_withdrawn] == [dispute.iri]


def test_an_edited_question_is_said_to_be_edited_and_a_new_one_to_be_added(
    before: Path, joined: Difference, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "p")
    shutil.copy(project / "queries/sources.rq", project / "queries/all-sources.rq")
    replace(project / "queries/who-joined.rq", "coalition:ilrs }", "coalition:artemis-accords }")
    (project / "queries/barriers.rq").unlink()
    found = {m.question.name: m for m in compare(joined.old, open_snapshot(before, str(project)), before).questions}
    assert found.keys() == {"all-sources", "barriers", "who-joined"}
    assert (found["all-sources"].change, found["barriers"].change, found["who-joined"].change) == (
        "added",
        "removed",
        "answer",
    )
    assert found["who-joined"].reworded


def test_nothing_differs_from_itself(joined: Difference, before: Path) -> None:
    same = compare(joined.new, joined.new, before)
    assert same.is_empty
    assert "Nothing differs" in render(same, "markdown")
    assert json.loads(render(same, "json"))["questions"] == []
    ET.fromstring(render(same, "atom"))  # noqa: S314


@pytest.fixture(scope="session")
def published(before: Path) -> Iterator[tuple[Path, str]]:
    """Return a build of the project with the new article, and its address on a local server."""
    done = moonpact("build", cwd=before)
    assert done.returncode == 0, done.stdout + done.stderr
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(before / "dist"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield before / "dist", f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_builds_and_addresses_say_the_same_as_revisions(
    joined: Difference, before: Path, published: tuple[Path, str]
) -> None:
    folder, address = published
    for name in (str(folder), f"{address}/", f"{address}/moonpact.nq"):
        found = compare(joined.old, open_snapshot(before, name), before)
        said = json.loads(render(found, "json")) | {"old": "", "new": ""}
        assert said == json.loads(render(joined, "json")) | {"old": "", "new": ""}
    two_dumps = compare(open_snapshot(before, str(folder)), open_snapshot(before, address), before)
    assert two_dumps.is_empty


def test_the_command_prints_the_difference_on_stdout_alone(before: Path) -> None:
    done = moonpact("diff", "before", "main", cwd=before)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ruritania joins" in done.stdout


def test_bad_input_is_named_with_what_to_do(before: Path, published: tuple[Path, str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/moonpact.nq").write_text("<https://example.org/a> nonsense .\n", encoding="utf-8")
    (tmp_path / "hollow").mkdir()
    (tmp_path / "hollow/moonpact.nq").write_text("", encoding="utf-8")
    git(before, "checkout", "--orphan", "bare")
    git(before, "rm", "-r", "--cached", "queries")
    git(before, "commit", "--message=No questions")
    git(before, "checkout", "--force", "main")
    cases = {
        "": "an empty name",
        "no-such-revision": "neither a git revision of this project nor a folder nor an address",
        "--output=HEAD": "No such option",
        "bare": "this revision is no whole project",
        str(tmp_path / "empty"): "neither a project nor a build",
        str(tmp_path / "broken"): "no N-Quads",
        str(tmp_path / "hollow"): "holds no facts",
        f"{published[1]}/nowhere/": "cannot be fetched",
        "http://127.0.0.1:1/": "cannot be fetched",
        "http://[": "cannot be fetched",
    }
    for name, message in cases.items():
        done = moonpact("diff", name, "main", cwd=before)
        assert (done.returncode, done.stdout) == (2, ""), name
        assert message in done.stderr, (name, done.stderr)
    git(tmp_path, "clone", "--quiet", "--depth=1", before.as_uri(), "shallow")
    assert "git fetch --unshallow" in moonpact("diff", "HEAD~1", ".", cwd=tmp_path / "shallow").stderr


def test_texts_of_the_data_cannot_break_the_comment(before: Path, joined: Difference, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "p")
    add_newcomer(project)
    attack = "</details><script>alert(1)</script> @everyone [x](javascript:y) | `code` \u202etxt"
    replace(project / "data/entities/country.ttl", '"Ruritania"@en', json.dumps(attack, ensure_ascii=False) + "@en")
    found = compare(joined.old, open_snapshot(before, str(project)), before)
    text = render(found, "markdown")
    assert text.count("</details>") == text.count("<details>") == len(found.questions)
    for forbidden in ("<script", "@everyone", "[x](", "\u202e"):
        assert forbidden not in text
    ET.fromstring(render(found, "atom"))  # noqa: S314


def test_a_great_change_fits_into_a_comment_and_says_that_it_is_cut(
    before: Path, joined: Difference, tmp_path: Path
) -> None:
    project = copy_project(tmp_path / "p")
    for path in (project / "data/claims").glob("*.trig"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("pact:stance pact:asserts", "pact:stance pact:reports"), encoding="utf-8")
    found = compare(joined.old, open_snapshot(before, str(project)), before)
    text = render(found, "markdown")
    assert len(text.encode()) < MOST_CHARACTERS + 200
    assert text.endswith("**Too long to be shown whole; the JSON has all.**\n")
    assert text.count("<details>") == text.count("</details>")
