"""Passages against the texts themselves: does each span still cover the words that it was taken from?"""

import re
from collections import defaultdict

from pyoxigraph import Store

from moonpact import names
from moonpact.evidence import Text, digest
from moonpact.findings import Finding
from moonpact.places import Places
from moonpact.questions import run
from moonpact.tables import text as plain

_SHOWN = 80
# other offsets break a shape
_OFFSET = re.compile(r"\d{1,9}")

_SPANS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX graph: <https://w3id.org/moonpact/graph/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pact: <https://w3id.org/moonpact/ontology#>
SELECT ?source ?whole ?passage ?start ?end ?words ?claim WHERE { GRAPH graph:claims {
  ?source pact:textDigest ?whole . ?passage dcterms:isPartOf ?source ;
    oa:start ?start ; oa:end ?end ; pact:textDigest ?words .
  OPTIONAL { ?claim pact:evidence ?passage }
} } ORDER BY ?source ?start ?end ?passage ?claim"""


def compare_texts(store: Store, texts: dict[str, Text], places: Places) -> list[Finding]:
    """Return a finding for each source whose text is missing or changed, and for each claim that this touches.

    `texts` are by SHA-256 of their bytes. A changed text is recognised by the passages that still fit.
    """
    spans: dict[tuple[str, str], list[tuple[str, int, int, str, str]]] = defaultdict(list)
    for row in run(store, _SPANS).rows:
        source, whole, passage, start, end, words, claim = map(plain, row)
        if _OFFSET.fullmatch(start) and _OFFSET.fullmatch(end):
            spans[source, whole].append((passage, int(start), int(end), words, claim))
    unclaimed = [text for key, text in texts.items() if key not in {whole for _, whole in spans}]
    findings: list[Finding] = []
    for (source, whole), rows in spans.items():
        text = texts.get(whole)
        if text is None:
            fits = [(sum(_covers(t, row) for row in rows), t) for t in unclaimed]
            best, text = max(fits, key=lambda fit: fit[0], default=(0, None))
            if text is None or not best:
                message = "The text of this source is not in the folder of texts, so its passages were not compared."
                findings.append(
                    Finding(
                        names.RULE + "text-at-hand",
                        message,
                        source,
                        severity="Warning",
                        place=places.find(source),
                    )
                )
                continue
            message = (
                f"The text in {text.path} is not the one that was read: its SHA-256 differs. "
                "Restore it, or read the article anew."
            )
            place = places.find(source, names.PACT + "textDigest")
            findings.append(Finding(names.RULE + "text-unchanged", message, source, text.digest, place=place))
        findings += [_moved(text, span, places) for span in rows if not _covers(text, span)]
    return findings


def _covers(text: Text, row: tuple[str, int, int, str, str]) -> bool:
    return digest(text.content[row[1] : row[2]]) == row[3]


def _moved(text: Text, row: tuple[str, int, int, str, str], places: Places) -> Finding:
    passage, start, end, _, claim = row
    words = " ".join(text.content[start:end].split())
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN // 2]} … {words[-_SHOWN // 2 :]}"
    message = (
        f"Characters {start}–{end} of {text.path.name} are not the words of this passage: they read “{shown}”. "
        "Find the passage with “moonpact cite” and correct start, end and digest."
    )
    place = places.find(claim, names.PACT + "evidence", passage) if claim else places.find(passage)
    return Finding(names.RULE + "passage-covers-its-words", message, claim or passage, passage, place=place)
