"""The published site's pictures, against the graph: timeline of missions, ties, slider."""

import csv
import io
import json
import math
import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from published import Parsed
from pyoxigraph import Store

from moonpact import names
from moonpact.asking import ask
from moonpact.derive import derive
from moonpact.load import load
from moonpact.site.record import rows_of
from moonpact.site.wording import date_in_words
from moonpact.tables import text


def test_the_slider_shows_what_members_known_on_answers(files: dict[str, bytes], root: Path) -> None:
    known = json.loads(files["data/memberships.json"])
    days = known["days"]
    assert len(days) > 20
    seen = {
        "ilrs": "SELECT ?a { GRAPH graph:facts { ?a pact:stage pact:signature } }",
        "contested": "SELECT ?a { GRAPH graph:disagreements "
        "{ ?d a pact:Dispute ; pact:about ?a ; rdf:predicate pact:stage } }",
    }
    counts = set()
    for day in [*days[::6], days[-1]]:
        store = load(root, known_on=date.fromisoformat(day))
        derive(store, root)
        members, contested = ({names.shorten(iri) for (iri,) in rows_of(store, query)} for query in seen.values())
        shown = {
            m["id"]: states[-1]["standing"]
            for m in known["memberships"]
            if (states := [s for s in m["states"] if s["from"] <= day])
        }
        assert {m for m, standing in shown.items() if standing == "member"} == members, day
        assert {m for m, standing in shown.items() if standing == "contested"} == contested - members, day
        counts.add(len(members))
    assert len(counts) > 3
    rows = ask(root, "members-known-on", {}, known_on=date(2024, 7, 23)).rows
    asked = {(names.shorten(text(row[0])).partition(":")[2], text(row[1])) for row in rows}
    shown_then = {
        (m["id"].removeprefix("accession:").removesuffix("-ilrs"), standing)
        for m in known["memberships"]
        for standing in [s["standing"] for s in m["states"] if s["from"] <= "2024-07-23"][-1:]
        if m["coalition"] == "ilrs" and standing in {"member", "contested"}
    }
    assert asked == shown_then


def test_the_timeline_of_missions_names_every_row_in_full_and_tells_its_marks(files: dict[str, bytes]) -> None:
    svg = "{http://www.w3.org/2000/svg}"
    chart = ET.fromstring(files["charts/missions-timeline.svg"])  # noqa: S314 - our own file
    missions = {row["mission"] for row in csv.DictReader(io.StringIO(files["data/missions-timeline.csv"].decode()))}
    rows = [g for g in chart.iter(f"{svg}g") if g.get("class") == "mission"]
    assert len(rows) == len(missions)
    solid = sum("fact" in (rect.get("class") or "").split() for row in rows for rect in row.iter(f"{svg}rect"))
    assert solid > 10
    for row in rows:
        lines = [tspan.text or "" for tspan in row.iter(f"{svg}tspan")]
        assert " ".join(lines) == row.findtext(f"{svg}title")
    told = chart.findtext(f"{svg}desc") or ""
    assert all(words in told for words in ("solid mark", "blue bar", "pale bar", "broken outline"))
    key = next(g for g in chart.iter(f"{svg}g") if g.get("class") == "key")
    assert len(list(key.iter(f"{svg}rect"))) == len(list(key.iter(f"{svg}text"))) == 4


def test_what_notes_alone_assert_is_not_shown_as_having_happened(
    files: dict[str, bytes], pages: dict[str, Parsed], graph: Store
) -> None:
    notes = rows_of(
        graph,
        """SELECT ?claim ?mission ?label ?date WHERE {
        GRAPH graph:claims { ?claim pact:stance pact:asserts ; pact:source ?s . ?s pact:reliability pact:unverified }
        GRAPH ?claim { ?mission pact:date ?date } GRAPH graph:kinds { ?mission a pact:Mission }
        GRAPH graph:entities { ?mission rdfs:label ?label } }""",
    )
    assert notes
    svg = "{http://www.w3.org/2000/svg}"
    chart = ET.fromstring(files["charts/missions-timeline.svg"])  # noqa: S314 - our own file
    for claim, mission, label, day in notes:
        page = files[f"{unquote(mission.removeprefix(names.BASE))}.html"].decode()
        row = next(g for g in chart.iter(f"{svg}g") if g.findtext(f"{svg}title") == label)
        assert date_in_words(day) not in "".join(row.itertext())
        told = re.search(rf"<li[^>]*>(?:(?!</li>).)*{re.escape(claim.removeprefix(names.BASE))}", page)
        assert told
        assert "unverified" in told[0]
    assert pages["missions/index.html"].words.count("unverified") >= len(notes)


def test_the_picture_of_ties_holds_every_label_and_gives_nobody_a_side_that_it_has_not(
    files: dict[str, bytes],
) -> None:
    svg = "{http://www.w3.org/2000/svg}"
    chart = ET.fromstring(files["charts/ties.svg"])  # noqa: S314 - our own file
    width, height = (float(chart.get(name) or 0) for name in ("width", "height"))
    shown = {node["label"]: node["side"] for node in json.loads(files["data/ties.json"])["nodes"]}
    nodes = [g for g in chart.iter(f"{svg}g") if (g.get("class") or "").startswith("node")]
    assert len(nodes) > 50
    for node in nodes:
        label = node.findtext(f"{svg}title") or ""
        assert node.get("class") == f"node side-{shown[label]}", label
        x, y = (float(n) for n in re.findall(r"-?[\d.]+", node.get("transform") or ""))
        text_ = node.find(f"{svg}text")
        assert text_ is not None
        turn = float((text_.get("transform") or "rotate(0)")[7:-1])
        lines = [tspan.text or "" for tspan in text_.iter(f"{svg}tspan")]
        reach = 10 + 7.3 * max(map(len, lines))  # pixels, at 14 a letter
        way = {"start": 1, "end": -1, "middle": 0}[text_.get("text-anchor") or ""]
        end_x = x + way * reach * math.cos(math.radians(turn))
        end_y = y + way * reach * math.sin(math.radians(turn))
        assert 0 <= end_x <= width, label
        assert 0 <= end_y <= height, label
