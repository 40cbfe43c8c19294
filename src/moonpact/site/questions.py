"""The stored questions as pages, with their answers, and as the list that the SPARQL page offers."""

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from moonpact import names
from moonpact.queryfile import QueryFile
from moonpact.questions import Cell, examples, parameters
from moonpact.site.head import head, work
from moonpact.site.record import Record
from moonpact.site.render import Page, environment
from moonpact.tables import CITATION, merge_citations, text, unbounded

QUESTION = f"{names.BASE}question/"


def question_pages(record: Record, scripts: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each stored question with its answer as of today."""
    for name, question in record.questions.items():
        path = f"question/{name}"
        page = Page(record, f"{path}.html", scripts=scripts)
        columns, rows = merge_citations(record.answers[name])
        about = str(question.header.get("description") or "")
        yield (
            f"{path}.html",
            page.render(
                "question.html",
                name=name,
                tags=tags(question),
                about=about,
                parameters=parameters(question),
                examples={name: _shown(page, value, name) for name, value in examples(question).items()},
                columns=columns,
                rows=[[_cell(page, cell, column) for column, cell in zip(columns, row, strict=True)] for row in rows],
                query=question.text,
                **head(
                    page.root,
                    question.summary,
                    about or question.summary,
                    QUESTION + name,
                    work("CreativeWork", QUESTION + name, question.summary, about),
                    path,
                ),
            ),
        )


def _cell(page: Page, cell: Cell | tuple[Cell, ...], column: str) -> dict[str, object]:
    """Return a cell as it is shown, the key by which its column is sorted if that differs, and whether it is a list."""
    if isinstance(cell, tuple):
        return {"shown": Markup(" ").join(_shown(page, part, column) for part in cell), "key": None, "several": True}
    key = None
    if isinstance(cell, Literal) and cell.datatype.value == names.EDTF:
        key = page.record.last_day(cell.value) or "9999-12-31"
    return {"shown": _shown(page, cell, column), "key": key, "several": False}


def _shown(page: Page, cell: Cell, column: str) -> Markup:
    if column == CITATION and isinstance(cell, NamedNode):
        return page.link(cell.value, names.shorten(cell.value))
    shown = page.term(cell)
    whole = isinstance(cell, Literal) and cell.datatype.value == names.XSD + "date"
    if whole and unbounded(text(cell)):
        return Markup()
    return Markup('<span class="whole">{}</span>').format(shown) if whole else shown


def tags(question: QueryFile) -> list[str]:
    """Return the tags of a question."""
    found = question.header.get("tags") or []
    return [str(tag) for tag in found] if isinstance(found, list) else [str(found)]


def grouped(record: Record, root: str, level: int) -> Markup:
    """Return the list of questions by their first tag, for a page whose way to the root is given, under headings."""
    groups: dict[str, list[QueryFile]] = defaultdict(list)
    for question in record.questions.values():
        groups[(tags(question) or ["other"])[0]].append(question)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    template = environment().get_template("question-groups.html")
    return Markup(template.render(groups=ordered, root=root, level=level))  # noqa: S704 - the template escapes


def question_list(record: Record) -> list[dict[str, object]]:
    """Return what the SPARQL page needs of each question."""
    return [
        {
            "name": name,
            "summary": question.summary,
            "description": str(question.header.get("description") or ""),
            "tags": tags(question),
            "parameters": parameters(question),
            "query": question.text,
            "page": f"question/{name}.html",
        }
        for name, question in record.questions.items()
    ]


def search_index(record: Record) -> list[dict[str, object]]:
    """Return names and questions with their pages, for the search page."""
    other: dict[str, set[str]] = defaultdict(set)
    for iri, name in record.rows(
        "SELECT ?s ?name WHERE { VALUES ?g { graph:entities graph:facts } GRAPH ?g { ?s skos:altLabel ?name } }"
    ):
        other[iri].add(name)
    things = [*record.entities, *record.sources]
    found: list[dict[str, object]] = []
    for iri in things:
        page = Page(record, "index.html").href(iri)
        kind = ", ".join(record.label(k) for k in record.kinds.get(iri, ()))
        if page:
            label = record.label(iri)
            found.append({"label": label, "also": sorted(other[iri]), "kind": kind, "page": page.removeprefix("./")})
    return found + [
        {"label": q.summary, "also": [name], "kind": "question", "page": f"question/{name}.html"}
        for name, q in record.questions.items()
    ]


def plain_rows(record: Record, name: str) -> list[dict[str, str]]:
    """Return the answer to a stored question as plain text by column; nothing if there is no such question."""
    answer = record.answers.get(name)
    if answer is None:
        return []
    return [dict(zip(answer.columns, map(text, row), strict=True)) for row in answer.rows]
