"""The graph for assistants, driven by the protocol's own client, and the queries of strangers within their limits."""

import asyncio
import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from projects import copy_project
from pyoxigraph import Store

from moonpact.api import Graph
from moonpact.asking import ask
from moonpact.confined import MOST_ROWS, Confined, answer
from moonpact.questions import parameters, read_questions
from moonpact.replies import MOST_CHARACTERS

pytest.importorskip("mcp", reason="mcp is not installed")

ROOT = Path(__file__).parent.parent
OWN = {"search", "explain", "timeline", "differences", "sparql"}
CARTESIAN = "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?s ?p ?o } GRAPH ?b { ?x ?y ?z } GRAPH ?c { ?u ?v ?w } }"


def session(calls: Iterable[tuple[str, dict[str, Any]]], *arguments: str) -> tuple[list[Any], list[Any]]:
    """Start the command, list its tools, call some of them one after the other, and return both."""
    from mcp import Client, StdioServerParameters

    async def run() -> tuple[list[Any], list[Any]]:
        command = StdioServerParameters(command=sys.executable, args=["-m", "moonpact", "mcp", *arguments], cwd=ROOT)
        async with Client(command, read_timeout_seconds=60) as client:
            assert client.server_info is not None
            assert client.server_info.name == "moonpact"
            assert "never an instruction" in (client.instructions or "")
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, values) for name, values in calls]

    return asyncio.run(run())


def told(result: Any) -> dict[str, Any]:  # noqa: ANN401 - the client's class
    assert not result.is_error, result.content
    # clients that know no structured answers read the same as text
    assert json.loads(result.content[0].text) == result.structured_content
    found: dict[str, Any] = result.structured_content
    assert "never an instruction" in found["note"]
    return found


def test_every_question_is_a_typed_tool_whose_answer_cites_its_claims() -> None:
    stored = read_questions(ROOT)
    names = {f"ask_{name.replace('-', '_')}": name for name in stored}
    tools, results = session([(tool, {}) for tool in names])
    assert {tool.name for tool in tools} == names.keys() | OWN
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert tool.description
        assert tool.output_schema["required"]
        assert tool.input_schema["additionalProperties"] is False
        if tool.name in names:
            assert set(tool.input_schema["properties"]) == {*parameters(stored[names[tool.name]]), "known_on", "skip"}
            assert stored[names[tool.name]].summary in tool.description
            assert "--" not in tool.description, "options are those of the tool"
    here = Graph(ROOT)
    for (_, name), result in zip(names.items(), results, strict=True):
        found, expected = told(result), here.ask[name]().answer
        assert found["columns"] == list(expected.columns)
        assert found["rows_in_all"] == len(expected.rows)
        assert found["rows"] or not expected.rows
        assert found["next_skip"] == (len(found["rows"]) if len(expected.rows) > len(found["rows"]) else None)
        assert len(result.content[0].text) < MOST_CHARACTERS + 1000
        shown = {cell for row in found["rows"] for column, cell in row.items() if column.endswith("claim") and cell}
        cited = {citation["claim"]: citation for citation in found["citations"]}
        assert shown <= cited.keys(), name
        for citation in cited.values():
            assert citation["publisher"]
            assert citation["published"]
            assert citation["stance"]
            assert citation["reliability"]
            # of web pages whose text is not at hand, no words
            source = citation["claim"].partition(":")[0]
            assert bool(citation["quotations"]) == (ROOT / f"data/claims/{source}.trig").exists()
            assert all(re.fullmatch(r"“.+”", words, re.DOTALL) for words in citation["quotations"])


def test_the_other_tools_answer_with_citations() -> None:
    _, results = session(
        [
            ("ask_members_known_on", {"known_on": "2023-10-23", "coalition": "coalition:ilrs"}),
            ("search", {"words": "turky"}),
            ("search", {"words": "Wolf Amendment"}),
            ("explain", {"name": "accession:turkiye-ilrs"}),
            ("explain", {"name": "accession:turkiye-ilrs", "known_on": "2024-05-20"}),
            ("timeline", {"name": "country:belarus"}),
            ("differences", {"earlier": "2023-10-23", "later": "2024-05-20"}),
            ("sparql", {"query": "SELECT ?claim ?o { GRAPH ?claim { <https://w3id.org/moonpact/id/accession/turkiye-ilrs> ?p ?o } } ORDER BY ?claim"}),
            ("sparql", {"query": "ASK {}"}),
        ]
    )  # fmt: skip
    known, typo, law, why, before, line, moved, rows, yes = map(told, results)
    assert known["rows_in_all"] == len(ask(ROOT, "members-known-on", {}, date(2023, 10, 23)).rows)
    assert "Türkiye" in typo["text"]
    assert "country:turkiye" in typo["text"]
    assert "instrument:wolf-amendment" in law["text"]
    assert law["citations"]
    assert "direct conflict, open" in why["text"]
    assert {"fifty-countries:turkiye-applied", "growth-of-ilrs:table-turkiye"} <= {c["claim"] for c in why["citations"]}
    assert "turkiye-applied" not in before["text"]
    days = [row["from"] for row in line["rows"]]
    assert len(days) > 3
    assert line["citations"]
    assert "Serbia joins the International Lunar Research Station" in moved["text"]
    assert moved["citations"]
    assert "growth-of-ilrs:table-turkiye" in {c["claim"] for c in rows["citations"]}
    assert yes["rows"] == [{"answer": "true"}]


def test_bad_input_gets_a_clear_error_and_the_server_stays() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    calls: list[tuple[str, dict[str, Any], str]] = [
        ("ask_status_of_party", {"party": "country:peruu"}, "says nothing of country:peruu"),
        ("ask_status_of_party", {"party": "Peru"}, "neither an IRI nor"),
        ("timeline", {"name": "Peru"}, "neither an IRI nor"),
        ("ask_who_joined", {"coalition": "<>"}, "neither an IRI nor"),
        ("ask_who_joined", {"skip": -1}, "greater than or equal to 0"),
        ("ask_who_joined", {"colour": "red"}, "Parameters of ask_who_joined: coalition, known_on, skip."),
        ("search", {"words": ""}, "at least 1 character"),
        ("ask_who_joined", {"colour": "red"}, "Extra inputs are not permitted"),
        ("ask_who_joined", {"known_on": "yesterday"}, "valid date"),
        ("explain", {}, "Field required"),
        ("explain", {"name": "country:atlantis"}, "says nothing of"),
        ("explain", {"name": "no name"}, "neither an IRI nor"),
        ("timeline", {"name": "country:atlantis"}, "says nothing of"),
        ("timeline", {"name": "http://a b"}, "is no IRI"),
        ("differences", {"earlier": "2024-05-20", "later": "2023-10-23"}, "the later day comes first"),
        ("sparql", {"query": "SELECT"}, "not valid SPARQL"),
        ("sparql", {"query": "DROP ALL"}, "not valid SPARQL"),
        ("sparql", {"query": f"LOAD <{address}>"}, "not valid SPARQL"),
        ("sparql", {"query": f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"}, "SERVICE is refused"),
        ("sparql", {"query": f"SELECT * {{ SERVICE SILENT <{address}> {{ ?s ?p ?o }} }}"}, "SERVICE is refused"),
        ("sparql", {"query": f"ASK FROM <{address}> {{ ?s ?p ?o }}"}, "is refused: the dataset has no such graph"),
        ("sparql", {"query": f"SELECT * {{ FILTER({'(' * 10_000}1{')' * 10_000}) }}"}, "nested too deeply"),
        ("sparql", {"query": "#" * 70_000}, "longer than 64 KiB"),
    ]
    _, results = session([*((name, values) for name, values, _ in calls), ("sparql", {"query": "ASK {}"})])
    suggested = {result.content[0].text.splitlines()[-1].strip() for result in results[:3]}
    assert suggested == {"Did you mean country:peru?"}
    for (name, values, message), result in zip(calls, results, strict=False):
        assert result.is_error, (name, values)
        assert message in result.content[0].text, (name, values, result.content)
    assert told(results[-1])["rows"] == [{"answer": "true"}]
    listener.settimeout(0.2)
    with pytest.raises(TimeoutError):
        listener.accept()
    listener.close()


def test_long_answers_come_in_pages_and_short_ones_say_why() -> None:
    everything = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    long = f"SELECT ?x {{ BIND ('{'y' * 50_000}' AS ?x) }}"
    calls: list[tuple[str, dict[str, Any]]] = [
        ("ask_disagreements", {}),
        ("ask_disagreements", {"skip": 10}),
        ("explain", {"name": "country:china"}),
        ("explain", {"name": "country:china", "skip": 20}),
        ("sparql", {"query": everything}),
        ("sparql", {"query": everything, "skip": 999}),
        ("sparql", {"query": long}),
        ("sparql", {"query": "SELECT * { ?s ?p ?o }"}),
    ]
    _, results = session(calls)
    whole, later, why, rest, first, last, cell, nothing = map(told, results)
    assert later["rows"][:5] == whole["rows"][10:15]
    assert why["text"].splitlines()[20:30] == rest["text"].splitlines()[:10]
    assert all(len(result.content[0].text) < MOST_CHARACTERS + 1000 for result in results)
    assert all(page["next_skip"] for page in (whole, why, first))
    assert (last["rows_in_all"], last["next_skip"], len(last["rows"])) == (None, None, 1)
    assert "cut off after 1000 rows" in last["note"]
    assert "50000 characters in all" in cell["rows"][0]["x"]
    assert "default graph is empty" in nothing["note"]


def test_days_that_are_no_bound_are_left_out_and_headlines_are_told_to_be_quoted() -> None:
    _, (joined,) = session([("ask_who_joined", {})])
    days = {row["earliest"] for row in told(joined)["rows"]}
    assert None in days
    assert "0001-01-01" not in days
    assert "Headlines" in joined.structured_content["note"]


def test_a_graph_as_known_on_a_day_stays_so_in_every_tool() -> None:
    count = {"query": "SELECT ?a { GRAPH ?g { ?a a <https://w3id.org/moonpact/ontology#Article> } } ORDER BY ?a"}
    _, (members, sources, rows) = session(
        [("ask_members_known_on", {}), ("ask_sources", {}), ("sparql", count)], "--known-on", "2023-10-23"
    )
    assert (
        told(sources)["rows_in_all"]
        == told(rows)["rows_in_all"]
        == len(ask(ROOT, "sources", {}, date(2023, 10, 23)).rows)
    )
    assert told(members)["rows_in_all"] == len(ask(ROOT, "members-known-on", {}, date(2023, 10, 23)).rows)


def test_the_command_says_what_is_missing_or_wrong(tmp_path: Path) -> None:
    def moonpact(*arguments: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, input="", capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    missing = "import sys; sys.modules['mcp'] = None; sys.argv = ['moonpact', 'mcp']; from moonpact.__main__ import main; main()"
    done = moonpact("-c", missing)
    assert (done.returncode, done.stdout) == (2, "")
    assert "moonpact[mcp]" in done.stderr
    done = moonpact("-m", "moonpact", "mcp", "--known-on", "yesterday")
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no date" in done.stderr
    copy_project(tmp_path)
    (tmp_path / "data/claims/belarus-joins.trig").write_text("no TriG", encoding="utf-8")
    done = moonpact("-m", "moonpact", "--root", str(tmp_path), "mcp")
    assert (done.returncode, done.stdout) == (2, "")
    assert "belarus-joins.trig:1" in done.stderr


@pytest.mark.parametrize(
    ("query", "message", "seconds"),
    [
        (CARTESIAN, "takes too long", 1),
        ("SELECT * { BIND('xxxxxxxxxxxxxxxx' AS ?x0) " + " ".join(f"BIND(CONCAT(?x{i},?x{i}) AS ?x{i + 1})" for i in range(34)) + " }", "too much memory", 60),
        ("SELECT ?x { GRAPH ?g { ?s ?p ?o } BIND('" + "y" * 50_000 + "' AS ?x) }", "larger than 4 MiB", 60),
        ("SELECT * { " + "{" * 3000 + "SERVICE <http://127.0.0.1:9/> {}" + "}" * 3000 + " }", "nested too deeply", 60),
    ],
)  # fmt: skip
def test_a_query_that_wants_too_much_is_stopped(graph: Store, query: str, message: str, seconds: float) -> None:
    found = answer(graph, query, seconds=seconds, memory=256 * 1024**2)
    assert message in found["error"], found
    assert found["remedy"]


def test_rows_are_bounded_and_the_bound_is_told(graph: Store) -> None:
    for query in ("SELECT * { GRAPH ?g { ?s ?p ?o } }", "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"):
        found = answer(graph, query)
        assert len(found["results"]["results"]["bindings"]) == MOST_ROWS
        assert found["truncated"]
    assert not answer(graph, "SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 1000")["truncated"]


def test_a_process_that_dies_is_replaced() -> None:
    confined = Confined(ROOT)
    try:
        assert confined.ask("ASK {}")[1] is False
        assert confined._process is not None  # noqa: SLF001
        confined._process.kill()  # noqa: SLF001
        confined._process.wait()  # noqa: SLF001
        assert confined.ask("ASK {}")[1] is False
    finally:
        confined.close()
