"""The graph in Python and in notebooks: questions as functions, answers as rows, tables and data frames."""

import inspect
from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from moonpact import asking, names, questions
from moonpact.endpoint import ask_endpoint
from moonpact.errors import MoonpactError
from moonpact.explain import Explanation, find_iri
from moonpact.explain import explain as run_explain
from moonpact.load import find_root
from moonpact.queryfile import QueryFile
from moonpact.questions import Answer, Cell
from moonpact.tables import CITATION, merge_citations, render, text, visible

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

MOST_SHOWN = 200

Value = str | int | bool | Decimal | date | None


class Graph:
    """A whole graph, as known today or on a day: `graph.ask.who_joined()`, `graph.explain("country:peru")`."""

    def __init__(
        self, root: str | Path | None = None, known_on: str | date | None = None, endpoint: str | None = None
    ) -> None:
        """Find the project; the graph itself is read when it is first needed."""
        self.root = Path(root) if root else find_root()
        self.known_on = _day(known_on)
        self.endpoint = endpoint
        self._earlier: dict[date, Graph] = {}

    @cached_property
    def store(self) -> Store:
        """The graph with what is derived, as a pyoxigraph store."""
        return asking.open_graph(self.root, self.known_on, self.endpoint)

    @cached_property
    def dataset(self) -> "rdflib.Dataset":
        """The same as an rdflib dataset: each claim is a named graph, and literals stay as they are written.

        Before stored questions are asked of it, `moonpact.rdflib_joins.install()` saves minutes.
        """
        import rdflib

        normalise, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
        try:
            found = rdflib.Dataset()
            found.parse(data=self.store.dump(format=RdfFormat.N_QUADS), format="nquads")
        finally:
            rdflib.NORMALIZE_LITERALS = normalise
        return found

    @cached_property
    def label(self) -> Callable[[str], str]:
        """A function from an IRI to its English label, or else to its short name."""
        return asking.labels(self.root)

    @cached_property
    def ask(self) -> "Questions":
        """The stored questions, each a function: `graph.ask.members_known_on(coalition="coalition:ilrs")`."""
        return Questions(self)

    def sparql(self, query: str) -> "Table":
        """Return the answer to any read query. Raises MoonpactError if it is not valid or cannot be evaluated."""
        if self.endpoint and not self.known_on:
            return Table(ask_endpoint(self.endpoint, query), self.label)
        return Table(questions.run(self.store, query), self.label)

    def explain(self, name: str) -> "Explained":
        """Return the claims for and against a fact, the sides of a disagreement, or the words of a claim.

        `name` is an IRI or a short name such as accession:turkiye-ilrs. Raises MoonpactError if it is unknown.
        """
        iri = find_iri(name, questions.entity_kinds(self.root))
        return Explained(run_explain(self.store, iri, self.label, {}))

    def at(self, known_on: str | date) -> "Graph":
        """Return the graph as it was known on a day."""
        day = _day(known_on)
        if day is None or day == self.known_on:
            return self
        if day not in self._earlier:
            self._earlier[day] = Graph(self.root, day, self.endpoint)
        return self._earlier[day]

    def __repr__(self) -> str:
        return f"<Moonpact graph at {self.endpoint or self.root}, known on {self.known_on or 'any day'}>"


class Questions(Mapping[str, Callable[..., "Table"]]):
    """The stored questions by name, with dashes or underscores: `ask.who_joined()` is `ask["who-joined"]()`."""

    def __init__(self, graph: Graph) -> None:
        """Read the questions' headers."""
        self._graph, self._files = graph, questions.read_questions(graph.root)

    def __getitem__(self, name: str) -> Callable[..., "Table"]:
        return _function(self._graph, questions.find_question(self._graph.root, name.replace("_", "-")))

    def __getattr__(self, name: str) -> Callable[..., "Table"]:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except MoonpactError as error:
            raise AttributeError(str(error)) from error

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(name.replace("-", "_") for name in self._files)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __repr__(self) -> str:
        return "\n".join(f"{name.replace('-', '_')}: {q.summary}" for name, q in self._files.items())

    def _repr_html_(self) -> str:
        rows = [
            (name.replace("-", "_"), q.summary, ", ".join(questions.parameters(q))) for name, q in self._files.items()
        ]
        return _html_table(("question", "what it asks", "parameters"), [[escape(c) for c in row] for row in rows])


def _function(graph: Graph, question: QueryFile) -> Callable[..., "Table"]:
    """Return a question as a function whose keyword arguments are its parameters, and `known_on`."""
    known = questions.parameters(question)

    def ask(*, known_on: str | date | None = None, **values: object) -> Table:
        asked = graph.at(known_on) if known_on else graph
        given = {name: str(value) for name, value in values.items() if value is not None}
        if asked.known_on and "known_on" in known:
            given["known_on"] = asked.known_on.isoformat()
        answer = asked.sparql(questions.bind(question, given, questions.entity_kinds(graph.root)))
        answer.title = question.summary
        return answer

    ask.__name__ = ask.__qualname__ = question.name.replace("-", "_")
    kinds = "".join(f"\n    {name}: {kind}" for name, kind in known.items())
    ask.__doc__ = f"{question.summary}\n\n{question.header.get('description', '')}\n{kinds}"
    parameters = [name for name in (*known, "known_on") if name != "known_on"] + ["known_on"]
    signature = inspect.Signature(
        [inspect.Parameter(p, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=str | None) for p in parameters],
        return_annotation=Table,
    )
    vars(ask)["__signature__"] = signature  # what help() and editors read
    return ask


class Table(Sequence[tuple[Value, ...]]):
    """An answer: a sequence of rows, named tuples of plain Python values, in which IRIs are text.

    `table.columns`, `table[0].party`, `table.to_pandas()`, `table.to("csv")`.
    """

    def __init__(self, answer: Answer, label: Callable[[str], str], title: str = "") -> None:
        """Turn terms into Python values."""
        self.answer, self.columns, self.title, self._label = answer, answer.columns, title, label
        row = namedtuple("Row", answer.columns, rename=True)  # type: ignore[misc] # noqa: PYI024 - columns differ
        self._rows: list[tuple[Value, ...]] = [row(*map(_value, cells)) for cells in answer.rows]

    @overload
    def __getitem__(self, index: int) -> tuple[Value, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> list[tuple[Value, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Value, ...] | list[tuple[Value, ...]]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def to_pandas(self, *, labels: bool = False) -> "pd.DataFrame":
        """Return a data frame; days are timestamps, IRIs are text or, with `labels`, English labels.

        Raises MoonpactError if pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MoonpactError("pandas is not installed", remedy="pip install 'moonpact[notebook]'") from error
        shown = [[self._show(c) if isinstance(c, NamedNode) else _value(c) for c in row] for row in self.answer.rows]
        frame = pd.DataFrame(shown if labels else list(self._rows), columns=list(self.columns))
        for column in self.columns:
            if any(isinstance(value, date) for value in frame[column]):
                # years 1 and 9999, the open ends of dates, need seconds instead of nanoseconds
                frame[column] = pd.to_datetime(frame[column].astype(object), errors="coerce").astype("datetime64[s]")
        return frame

    def to(self, style: str) -> str:
        """Return the answer as `table`, `markdown`, `csv`, `tsv` or `json`, as the command `moonpact ask` does."""
        return render(self.answer, style, self._label)

    def __repr__(self) -> str:
        return self.to("table")

    def _repr_html_(self) -> str:
        columns, merged = merge_citations(self.answer)
        rows = [
            [self._cell(cell, column) for cell, column in zip(row, columns, strict=True)] for row in merged[:MOST_SHOWN]
        ]
        more = f"<p>… and {len(merged) - MOST_SHOWN} more rows</p>" if len(merged) > MOST_SHOWN else ""
        title = f"<p><strong>{escape(self.title)}</strong></p>" if self.title else ""
        return f"{title}{_html_table([escape(column.replace('_', ' ')) for column in columns], rows)}{more}"

    def _show(self, cell: Cell, column: str = "") -> str:
        if isinstance(cell, NamedNode):
            return names.shorten(cell.value) if column.endswith(CITATION) else self._label(cell.value)
        return text(cell)

    def _cell(self, cell: Cell | tuple[Cell, ...], column: str) -> str:
        if isinstance(cell, tuple):
            return " ".join(self._cell(part, column) for part in cell)
        shown = escape(visible(self._show(cell, column)))
        if isinstance(cell, NamedNode) and cell.value.startswith(("https://", "http://")):
            return f'<a href="{escape(cell.value)}">{shown}</a>'
        return shown


class Explained:
    """An explanation that prints as text and shows as a list in a notebook."""

    def __init__(self, explanation: Explanation) -> None:
        """Keep what was explained."""
        self.explanation = explanation

    def __repr__(self) -> str:
        return self.explanation.render()

    def _repr_html_(self) -> str:
        return _html_part(self.explanation)


def _html_part(part: Explanation) -> str:
    items = [f"<li>{escape(line)}</li>" for line in part.lines] + [f"<li>{_html_part(p)}</li>" for p in part.parts]
    return f"<strong>{escape(part.heading)}</strong><ul>{''.join(items)}</ul>"


def _html_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    left = ' style="text-align:left"'
    head = "".join(f"<th{left}>{h}</th>" for h in heads)
    body = "".join("<tr>" + "".join(f"<td{left}>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _value(cell: Cell) -> Value:
    """Return a term as a plain Python value; EDTF dates and anything unusual stay text."""
    if cell is None:
        return None
    if not isinstance(cell, Literal):
        return text(cell)
    readers: dict[str, Callable[[str], Any]] = {
        "integer": int, "decimal": Decimal, "boolean": lambda v: v in {"true", "1"}, "date": date.fromisoformat,
    }  # fmt: skip
    reader = readers.get(cell.datatype.value.removeprefix(names.XSD), str)
    try:
        return reader(cell.value)  # type: ignore[no-any-return]
    except (ValueError, ArithmeticError):
        return cell.value


def _day(value: str | date | None) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError as error:
        raise MoonpactError(f"“{value}” is no date", remedy="Write it as 2024-07-20.") from error
