"""The published site as files: whole, safe, the same every time, and true to the graph. A browser opens it in test_browser.py."""

import csv
import io
import json
import os
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from published import Parsed
from pyoxigraph import NamedNode, Store

from moonpact import names
from moonpact.asking import ask
from moonpact.tables import text


def test_every_kind_of_page_is_there(pages: dict[str, Parsed]) -> None:
    kinds = {path.partition("/")[0] for path in pages}
    overview = {
        f"{k}/index.html" for k in "membership ties missions disputes sources questions entities search sparql".split()
    }
    assert overview | {"index.html", "ontology.html", "dataset.html"} <= set(pages)
    assert {"id", "claim", "graph", "question", "ontology", "dataset"} <= kinds
    for path in (
        "id/country/turkiye.html", "claim/growth-of-ilrs/table-turkiye.html", "id/article/belarus-joins.html",
        "question/who-joined.html", "graph/facts.html", "id/coalition/ilrs.html", "id/passage/belarus-joins-0-8.html",
        "id/date/[..2030].html", "id/mission/viper.html", "ontology/0.1.0.html",
    ):  # fmt: skip
        assert path in pages, path


def test_every_iri_has_a_page_and_three_forms_of_data(files: dict[str, bytes], graph: Store) -> None:
    terms = {t for q in graph for t in (q.subject, q.object, q.graph_name) if isinstance(t, NamedNode)}
    ours = {t.value for t in terms if t.value.startswith(names.BASE)}
    assert len(ours) > 2000
    missing = []
    for iri in sorted(ours):
        path = unquote(iri.removeprefix(names.BASE).partition("#")[0])
        missing += [f"{path}.{suffix}" for suffix in ("html", "ttl", "jsonld", "nt") if f"{path}.{suffix}" not in files]
    assert missing == []


def test_every_internal_link_resolves(files: dict[str, bytes], pages: dict[str, Parsed]) -> None:
    anchors = {
        path: {e.attributes["id"] for e in page.elements if "id" in e.attributes} for path, page in pages.items()
    }
    broken, count = [], 0
    for path, page in pages.items():
        for element in page.elements:
            for name in (
                "href",
                "src",
                "action",
                "data-dump",
                "data-dump-gz",
                "data-questions",
                "data-search",
                "data-graph",
                "data-known-on",
            ):
                link = element.attributes.get(name)
                if link is None or re.match(r"https?://", link):
                    continue
                count += 1
                parts = urlsplit(link)
                assert not parts.scheme, (path, link)
                assert link.startswith("/") == (path == "404.html" and bool(parts.path)), (path, link)
                parts = parts._replace(path=parts.path.removeprefix("/moonpact/"))
                joined = PurePosixPath(path).parent / unquote(parts.path) if parts.path else PurePosixPath(path)
                target = os.path.normpath(joined) if parts.path else path
                if target == ".":
                    target = "index.html"
                if target not in files or (parts.fragment and unquote(parts.fragment) not in anchors.get(target, ())):
                    broken.append((path, link))
    assert count > 50_000
    assert broken[:20] == []


def test_pages_are_whole_and_load_nothing_from_elsewhere(pages: dict[str, Parsed], files: dict[str, bytes]) -> None:
    # without its script (make web) the page of SPARQL may run nothing either
    with_engine = {"sparql/index.html"} if "assets/sparql.js" in files else set()
    for path, page in pages.items():
        tags = [e.tag for e in page.elements]
        assert tags.count("h1") == tags.count("main") == tags[: tags.index("body")].count("title") == 1, path
        assert {"header", "nav", "footer"} <= set(tags), path
        ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        assert len(ids) == len(set(ids)), (path, {i for i in ids if ids.count(i) > 1})
        policy = next(e for e in page.elements if e.attributes.get("http-equiv") == "Content-Security-Policy")
        rules = dict(rule.strip().partition(" ")[::2] for rule in policy.attributes["content"].split(";"))
        assert rules["default-src"] == "'none'", path
        assert rules["style-src"] == rules["connect-src"] == rules["worker-src"] == "'self'", path
        assert rules["script-src"] == ("'self' 'wasm-unsafe-eval'" if path in with_engine else "'self'"), path
        root = "/moonpact/" if path == "404.html" else r"(\.\.?/)+"
        for e in page.elements:
            where = (path, e.tag, e.attributes)
            assert not any(name.startswith("on") or name == "style" for name in e.attributes), where
            if e.tag in {"script", "img", "iframe", "object", "embed", "audio", "video", "source", "use", "image"}:
                assert e.tag == "script", where
                inside = e.attributes.get("type") == "application/ld+json"
                assert inside or re.fullmatch(rf"{root}assets/(site|sparql)\.js", e.attributes["src"]), where
            if e.tag == "link" and e.attributes["rel"] in {"stylesheet", "icon"}:
                assert not re.match(r"https?:", e.attributes["href"]), where
            if e.tag == "a" or "action" in e.attributes:
                target = e.attributes.get("href", e.attributes.get("action", ""))
                assert re.match(rf"https?://|[\w.#%]|{root}", target), where
                if target.startswith("http"):
                    assert "noreferrer" in e.attributes.get("rel", "") or e.attributes.get("class") == "iri", where


def test_headings_do_not_skip_levels_and_tables_have_heads(pages: dict[str, Parsed]) -> None:
    for path, page in pages.items():
        level = 0
        for e in page.elements:
            if re.fullmatch(r"h[1-6]", e.tag):
                assert int(e.tag[1]) <= level + 1, path
                level = int(e.tag[1])
            if e.tag == "svg" and "aria-hidden" not in e.attributes:
                assert e.attributes["role"] in {"img", "group"}, path
                assert e.attributes["aria-labelledby"].split()[0] in {x.attributes.get("id") for x in page.elements}
            if e.tag == "input":
                named = {x.attributes.get("for") for x in page.elements if x.tag == "label"}
                assert e.attributes["id"] in named, path


def test_the_membership_table_needs_no_script(
    pages: dict[str, Parsed], files: dict[str, bytes], graph: Store, root: Path
) -> None:
    members = {text(row[0]) for row in ask(root, "who-joined", {}).rows}
    rows = [
        e.attributes["data-membership"]
        for e in pages["membership/index.html"].elements
        if "data-membership" in e.attributes
    ]
    accessions = graph.quads_for_pattern(
        None, NamedNode(names.RDF + "type"), NamedNode(names.PACT + "Accession"), NamedNode(names.ENTITIES_GRAPH)
    )
    assert sorted(rows) == sorted(names.shorten(text(q.subject)) for q in accessions)
    told = list(csv.DictReader(io.StringIO(files["data/memberships.csv"].decode())))
    ilrs = f"{names.ID}coalition/ilrs"
    assert {row["party"] for row in told if row["coalition"] == ilrs and row["standing"] == "member"} == members
    turkiye = next(row for row in told if row["accession"].endswith("turkiye-ilrs"))
    assert (turkiye["standing"], turkiye["country"]) == ("contested", "tr")


def test_claims_of_an_article_stand_in_the_order_of_its_text_and_lead_to_the_place(
    files: dict[str, bytes], graph: Store
) -> None:
    page = files["id/article/belarus-joins.html"].decode()
    cards = page.split('<article class="claim">')[1:]
    first = [int(re.findall(r"passage/belarus-joins-(\d+)-", card)[0]) for card in cards]
    assert first == sorted(first)
    assert len(first) > 100
    links = re.findall(r'href="(https://spacenews\.com/[^"]*)"', page)
    fragments = [unquote(link.partition("#:~:text=")[2]) for link in links if "#:~:text=" in link]
    assert len(fragments) > 100
    written = {text(q.object) for q in graph.quads_for_pattern(None, NamedNode(names.PACT + "firstWords"), None)}
    assert {f.partition(",")[0] for f in fragments} <= {w.partition(",")[0] for w in written}


def test_no_sentence_of_an_article_is_published(
    files: dict[str, bytes], pages: dict[str, Parsed], articles: Path
) -> None:
    from test_copying import OFFICIAL, runs, words

    theirs = set().union(*(runs(words(path.read_text(encoding="utf-8"))) for path in articles.glob("*.txt")))
    allowed = set().union(*(runs(words(name)) for name in OFFICIAL))
    shared = {path: runs(words(page.words)) & theirs - allowed for path, page in pages.items()}
    assert {path: found for path, found in shared.items() if found} == {}
    assert not runs(words(files["data/search.json"].decode())) & theirs - allowed


def test_answers_on_question_pages_are_those_of_the_command(
    pages: dict[str, Parsed], files: dict[str, bytes], root: Path
) -> None:
    listed = json.loads(files["data/questions.json"])
    assert {q["name"] for q in listed} == {p.stem for p in (root / "queries").glob("*.rq")}
    for question in listed:
        assert question["query"] == (root / "queries" / f"{question['name']}.rq").read_text(encoding="utf-8")
        code = pages[f"question/{question['name']}.html"].words
        assert question["query"].strip().splitlines()[-1] in code
    cells = set(re.findall(r"claim/([\w-]+/[\w-]+)\.html", files["question/who-joined.html"].decode()))
    assert cells == {text(row[-1]).removeprefix(names.CLAIM) for row in ask(root, "who-joined", {}).rows}


def test_search_and_data_files_lead_to_pages(files: dict[str, bytes], graph: Store) -> None:
    found = json.loads(files["data/search.json"])
    assert [e for e in found if e["page"].partition("#")[0] not in files] == []
    assert any(e["label"] == "Türkiye" and "Turkey" in e["also"] and e["kind"] == "state" for e in found)
    ties = json.loads(files["data/ties.json"])
    ids = {node["id"] for node in ties["nodes"]}
    assert {edge[end] for edge in ties["edges"] for end in ("from", "to")} == ids
    assert [x["page"] for x in (*ties["nodes"], *ties["edges"]) if x["page"] not in files] == []
    figures = [path for path in files if path.startswith("charts/")]
    assert {path.replace("charts/", "data/").replace(".svg", ".csv") for path in figures} - set(files) == {
        "data/membership-map.csv" for path in figures if path == "charts/membership-map.svg"
    }
    for path in (p for p in files if p.endswith(".svg")):
        ET.fromstring(files[path])  # noqa: S314 - our own file
    assert len(graph) > 0


def test_the_feed_tells_of_each_source_once_the_latest_first(files: dict[str, bytes], graph: Store) -> None:
    space = {"a": "http://www.w3.org/2005/Atom"}
    feed = ET.fromstring(files["changes.atom"])  # noqa: S314 - our own file
    ids = [e.text for e in feed.findall("a:entry/a:id", space)]
    updated = [str(e.text) for e in feed.findall("a:entry/a:updated", space)]
    sources = {text(q.object) for q in graph.quads_for_pattern(None, NamedNode(names.PACT + "source"), None)}
    assert len(ids) == len(set(ids))
    assert set(ids) == sources
    assert updated == sorted(updated, reverse=True)
    assert feed.findtext("a:updated", namespaces=space) == updated[0]
    assert feed.findtext("a:title", namespaces=space)
    told = " ".join(str(e.text) for e in feed.findall("a:entry/a:summary", space))
    assert "Kazakhstan is member of International Lunar Research Station" in told


def test_a_question_with_parameters_says_what_it_is_answered_for(pages: dict[str, Parsed]) -> None:
    told = " ".join(pages["question/members-known-on.html"].words.split())
    assert "Answered for coalition International Lunar Research Station, known on 2026-11-20." in told
