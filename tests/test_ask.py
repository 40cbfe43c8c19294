"""The command that answers: questions, parameters, formats, days, and what it says where there is no answer."""

import csv
import io
import json
import re
from pathlib import Path

from projects import ROOT, moonpact

from moonpact import names


def test_ask_lists_the_questions() -> None:
    done = moonpact("ask")
    assert done.returncode == 0
    assert "members-known-on  --coalition IRI" in done.stdout
    assert len(re.findall(r"^\S", done.stdout, re.MULTILINE)) == len(list((ROOT / "queries").glob("*.rq")))


def test_ask_answers_in_every_format_with_data_on_stdout_and_talk_on_stderr() -> None:
    answers = {
        style: moonpact("ask", "status-of-party", "--format", style)
        for style in ("table", "markdown", "csv", "tsv", "json")
    }
    assert all(done.returncode == 0 and done.stderr.splitlines()[0].endswith("?") for done in answers.values())
    rows = list(csv.DictReader(io.StringIO(answers["csv"].stdout)))
    document = json.loads(answers["json"].stdout)
    assert [r["claim"] for r in rows] == [b["claim"]["value"] for b in document["results"]["bindings"]]
    assert document["head"]["vars"] == list(rows[0])
    assert answers["tsv"].stdout.splitlines()[0].startswith("?")
    assert answers["markdown"].stdout.startswith("|")
    assert "fifty-countries:turkiye-applied" in answers["table"].stdout


def test_ask_binds_parameters_given_in_either_way() -> None:
    one = moonpact("ask", "status-of-party", "--party", "country:belarus", "--format", "csv")
    other = moonpact(
        "ask", "status-of-party", "--party=https://w3id.org/moonpact/id/country/belarus", "--format", "csv"
    )
    assert one.stdout == other.stdout
    assert "belarus-joins/belarus-joined" in one.stdout
    assert "turkiye" not in one.stdout


def test_ask_known_on_differs_from_day_to_day_and_says_what_is_unsure() -> None:
    answers = {
        day: moonpact("ask", "members-known-on", "--known-on", day, "--format", "csv")
        for day in ("2023-10-23", "2024-05-10", "2024-07-20")
    }
    assert len({done.stdout for done in answers.values()}) == 3
    assert "country/belarus" in answers["2023-10-23"].stdout
    noted = [line for line in answers["2023-10-23"].stderr.splitlines() if line.startswith("Note: ")]
    assert len(noted) == 1, "other sources count as known from a later day on"
    assert "belarus-joins is known to have appeared between" in noted[0]
    assert "contested" in answers["2024-07-20"].stdout
    assert "contested" not in answers["2024-05-10"].stdout


def test_ask_runs_any_read_query_from_text_or_file(tmp_path: Path) -> None:
    query = "ASK { GRAPH ?g { ?s ?p ?o } }"
    file = tmp_path / "query.rq"
    file.write_text(query)
    assert "true" in moonpact("ask", "--sparql", query, "--format", "csv").stdout
    assert "true" in moonpact("ask", "--sparql", file, "--format", "csv").stdout
    construct = moonpact(
        "ask",
        "--sparql",
        "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <https://w3id.org/moonpact/graph/rulings> { ?s ?p ?o } }",
        "--format",
        "csv",
    )
    assert construct.stdout.startswith("subject,predicate,object")


def test_an_answer_without_rows_says_so() -> None:
    done = moonpact("ask", "status-of-party", "--party", "country:japan")
    assert done.returncode == 0
    assert "No rows" in done.stderr


def test_a_name_that_nothing_bears_is_told_with_those_that_are_like_it() -> None:
    done = moonpact("ask", "status-of-party", "--party", "country:serbea")
    assert done.returncode == 0
    assert "No rows: nothing here is called country:serbea. Did you mean country:serbia?" in done.stderr
    for name, meant in (
        ("Serbia", "country:serbia"),
        ("country:serbea", "country:serbia"),
        ("accession:turkye-ilrs", "accession:turkiye-ilrs"),
        ("China National Space Administration", "organisation:cnsa"),
    ):
        done = moonpact("explain", name)
        assert done.returncode == 2
        assert f"Did you mean {meant}?" in done.stderr


def test_ask_says_which_examples_it_is_answered_for() -> None:
    assert "Answered for --coalition coalition:ilrs.\n" in moonpact("ask", "who-joined").stderr
    assert "Answered for" not in moonpact("ask", "who-joined", "--coalition", "coalition:artemis-accords").stderr
    assert "--known-on" not in moonpact("ask", "members-known-on", "--known-on", "2024-07-20").stderr


def test_tables_keep_names_of_claims_whole_and_leave_out_days_that_are_no_bound() -> None:
    known = csv.DictReader(io.StringIO(moonpact("ask", "who-joined", "--format", "csv").stdout))
    rows = list(known)
    assert any(row["earliest"] == "0001-01-01" for row in rows)
    table = moonpact("ask", "who-joined").stdout
    assert "0001-01-01" not in table
    assert {names.shorten(row["claim"]) for row in rows} <= set(table.split())


def test_a_query_file_that_is_not_there_is_not_read_as_a_query() -> None:
    done = moonpact("ask", "--sparql", "not-there.rq")
    assert done.returncode == 2
    assert "not-there.rq: no such file" in done.stderr
