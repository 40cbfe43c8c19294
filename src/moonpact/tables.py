"""Answers to text: tables for people, CSV and JSON for machines."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple

from moonpact import dates, names
from moonpact.questions import Answer, Cell

FORMATS = ("table", "markdown", "csv", "tsv", "json")
CITATION = "claim"
WIDEST = 150  # columns of a table where no terminal says how wide it is
_VALUED = NamedNode | Literal


def render(answer: Answer, style: str, label: Callable[[str], str] = names.shorten, width: int = WIDEST) -> str:
    """Return an answer in one of `FORMATS`, ending in a newline.

    `table` and `markdown` show each IRI through `label`, leave out the days that stand for no bound, and merge
    rows that differ only in the claim they cite; a table is no wider than `width` columns, or than the names of
    claims need. `csv`, `tsv` (SPARQL 1.1 CSV and TSV results) and `json` (SPARQL 1.1 JSON results) keep every row.
    """
    if style == "json":
        return _json(answer)
    if style == "csv":
        return _csv(answer)
    if style == "tsv":
        return _tsv(answer)
    from tabulate import tabulate

    columns, rows = merge_citations(answer)
    shown = [[_show(cell, column, label) for column, cell in zip(columns, row, strict=True)] for row in rows]
    # a header line in words: known_since becomes "known since"
    heads = [column.replace("_", " ") for column in columns]
    if style == "markdown":
        body = tabulate(
            [[c.replace("|", "\\|") for c in r] for r in shown], heads, tablefmt="pipe", disable_numparse=True
        )
    else:
        body = tabulate(
            shown,
            heads,
            tablefmt="simple",
            disable_numparse=True,
            maxcolwidths=_widths(heads, shown, width),
            break_on_hyphens=False,
        )
    return body + "\n"


def merge_citations(answer: Answer) -> tuple[tuple[str, ...], list[tuple[Cell | tuple[Cell, ...], ...]]]:
    """Return columns and rows with the claims of rows that are otherwise the same gathered in one cell."""
    if CITATION not in answer.columns:
        return answer.columns, [tuple(row) for row in answer.rows]
    at = answer.columns.index(CITATION)
    gathered: dict[tuple[Cell, ...], list[Cell]] = {}
    for row in answer.rows:
        claims = gathered.setdefault(row[:at] + row[at + 1 :], [])
        if row[at] not in claims:
            claims.append(row[at])
    return answer.columns, [(*rest[:at], tuple(claims), *rest[at:]) for rest, claims in gathered.items()]


def text(cell: Cell | DefaultGraph) -> str:
    """Return the plain form of a term: an IRI, a literal's lexical form, or nothing if there is none."""
    if isinstance(cell, _VALUED):
        return cell.value
    return "" if cell is None or isinstance(cell, DefaultGraph) else str(cell)


@dataclass(frozen=True)
class Column:
    """A column of a table with what its cells are, as `kind_of` tells."""

    name: str
    kinds: frozenset[str | None]


def kind_of(cell: Cell) -> str | None:
    """Return “anyURI” for an IRI, the datatype's IRI for a literal, nothing else for others, None for an empty cell."""
    if isinstance(cell, NamedNode):
        return "anyURI"
    if isinstance(cell, Literal):
        return cell.datatype.value
    return None if cell is None else ""


_NARROWEST = 12


def _widths(heads: list[str], rows: list[list[str]], width: int) -> list[int | None] | None:
    """Share a width among columns, so that long texts wrap; names of claims stay whole."""
    natural = [max([len(head)] + [len(row[i]) for row in rows]) for i, head in enumerate(heads)]
    if not natural or sum(natural) <= width:
        return None
    fair = max(_NARROWEST, width // len(natural))
    spare = sum(max(0, fair - own) for own in natural)
    wide = sum(1 for own in natural if own > fair)
    shared: list[int | None] = [own if own <= fair else fair + spare // wide for own in natural]
    for i, head in enumerate(heads):
        if head.endswith(CITATION):
            shared[i] = max([len(head)] + [len(word) for row in rows for word in row[i].split()])
    return shared


def _show(cell: Cell | tuple[Cell, ...], column: str, label: Callable[[str], str]) -> str:
    if isinstance(cell, tuple):
        return " ".join(_show(c, column, label) for c in cell)
    if isinstance(cell, NamedNode):
        return names.shorten(cell.value) if column == CITATION else label(cell.value)
    if isinstance(cell, Literal) and cell.datatype.value == names.XSD + "date" and unbounded(cell.value):
        return ""
    return visible(text(cell))


def unbounded(day: str) -> bool:
    """Tell whether an ISO date stands for no bound at all, as the earliest day of “by July 2023” does."""
    return day in {dates.FIRST_DAY.isoformat(), dates.LAST_DAY.isoformat()}


def visible(value: str) -> str:
    """Return a text with control and direction characters made visible, so that it cannot mislead a reader."""
    if value.isprintable():
        return value
    return "".join(c if c.isprintable() else "\\n" if c == "\n" else f"\\u{ord(c):04x}" for c in value)


def _csv(answer: Answer) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows([text(cell) for cell in row] for row in answer.rows)
    return out.getvalue()


def _tsv(answer: Answer) -> str:
    lines = ["\t".join(f"?{column}" for column in answer.columns)]
    lines += ["\t".join("" if cell is None else str(cell) for cell in row) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _json(answer: Answer) -> str:
    bindings = [
        {column: _term(cell) for column, cell in zip(answer.columns, row, strict=True) if cell is not None}
        for row in answer.rows
    ]
    document = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _term(cell: NamedNode | Literal | BlankNode | Triple) -> dict[str, object]:
    if isinstance(cell, NamedNode):
        return {"type": "uri", "value": cell.value}
    if isinstance(cell, BlankNode):
        return {"type": "bnode", "value": cell.value}
    if isinstance(cell, Triple):
        parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
        return {"type": "triple", "value": {name: _term(part) for name, part in parts.items()}}
    if cell.language:
        return {"type": "literal", "value": cell.value, "xml:lang": cell.language}
    if cell.datatype.value == names.XSD + "string":
        return {"type": "literal", "value": cell.value}
    return {"type": "literal", "value": cell.value, "datatype": cell.datatype.value}
