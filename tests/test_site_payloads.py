"""Texts that would break a page: in the published site they are text and nothing else."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from published import Parsed, parse_page
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store

from moonpact import names
from moonpact.site.publish import render

PAYLOAD = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover=alert(1) "
    '{{ 7*7 }} ]]> <!-- \u202egnp.exe\u2066 =HYPERLINK("https://example.org") &amp; \x07'
)


def poisoned(graph: Store, root: Path) -> Store:
    """Return the graph with every text a payload, and with every IRI one too that no stored question names."""
    asked = "".join(path.read_text(encoding="utf-8") for path in (root / "queries").glob("*.rq"))
    kept = {names.expand(t, {t.partition(":")[0]}) for t in re.findall(r"\b[a-z]\w*:[\w-]+", asked)}

    def term(cell: object) -> object:
        if isinstance(cell, Literal) and cell.datatype.value in {names.XSD + "string", names.RDF + "langString"}:
            return (
                Literal(PAYLOAD + cell.value, language=cell.language)
                if cell.language
                else Literal(PAYLOAD + cell.value)
            )
        if isinstance(cell, NamedNode) and cell.value.startswith((names.ID, names.CLAIM)) and cell.value not in kept:
            return NamedNode(f"{cell.value}/..%2F../%3Cscript%3E'onclick='alert(1);&quot;")
        if isinstance(cell, NamedNode) and cell.value.startswith(("https://spacenews", "https://www.space")):
            return NamedNode("javascript:alert(1)//" + cell.value)
        return cell

    found = Store()
    for q in graph:
        new = [term(part) for part in (q.subject, q.predicate, q.object, q.graph_name)]
        found.add(Quad(*new))  # type: ignore[arg-type]
    assert not any(isinstance(q.graph_name, DefaultGraph) for q in found)
    return found


@pytest.fixture(scope="session")
def hostile(graph: Store, root: Path) -> dict[str, bytes]:
    """Return the files of a site whose every text and nearly every IRI is a payload."""
    return render(poisoned(graph, root), root)[0]


def test_payloads_become_text_and_nothing_else(hostile: dict[str, bytes], pages: dict[str, Parsed]) -> None:
    plain = {tag for page in pages.values() for e in page.elements for tag in [e.tag]}
    opened = 0
    for number, (path, content) in enumerate(hostile.items()):
        assert ".." not in path.split("/"), path
        assert not re.search(r"[<>'\"\\]", path), path
        if not path.endswith(".html"):
            continue
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", content.decode()), path
        # of the many pages that one template writes, a tenth is read element by element
        if path.startswith(("id/", "claim/", "other/")) and number % 10:
            continue
        opened += 1
        page = parse_page(content)
        assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|(?<=onmouseover=alert\(1\) )49", page.words), path
        for e in page.elements:
            assert e.tag in plain, (path, e.tag)
            assert not any(name.startswith("on") for name in e.attributes), (path, e.attributes)
            for name in ("href", "src", "action"):
                assert not re.match(r"\s*(javascript|data|vbscript):", e.attributes.get(name, ""), re.IGNORECASE), path
            if e.tag == "script":
                assert "src" in e.attributes or json.loads(e.text)["@context"] == "https://schema.org"
    assert opened > 400


def test_dumps_of_payloads_stay_sane(hostile: dict[str, bytes], graph: Store, root: Path) -> None:
    store = Store()
    store.load(input=hostile["dist/moonpact.nq"], format=RdfFormat.N_QUADS)
    assert set(store) == set(poisoned(graph, root))
    for path in (p for p in hostile if p.endswith((".json", ".jsonld"))):
        json.loads(hostile[path])
    for path in (p for p in hostile if p.endswith((".svg", ".atom", ".xml"))):
        ET.fromstring(hostile[path])  # noqa: S314 - made here
    rows = list(csv.DictReader(io.StringIO(hostile["dist/claims.csv"].decode())))
    assert all(None not in row and None not in row.values() for row in rows)
