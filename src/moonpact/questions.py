"""Stored questions: finding them, binding their parameters, and asking them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, QueryTriples, Store, Triple

from moonpact import dates, names
from moonpact.errors import MoonpactError
from moonpact.queryfile import QueryFile, read_query_file

Cell = NamedNode | Literal | BlankNode | Triple | None
_VALUES_ROW = r"VALUES \?{} \{{[^{{}}]*\}}"


@dataclass(frozen=True)
class Answer:
    """Rows under their column names; a cell is a term, or None where the query left it unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def read_questions(root: Path) -> dict[str, QueryFile]:
    """Return the stored questions of a project by name, in alphabetical order."""
    questions = {path.stem: read_query_file(path) for path in sorted((root / "queries").glob("*.rq"))}
    if not questions:
        raise MoonpactError("no stored questions (*.rq)", where=str(root / "queries"))
    return questions


def find_question(root: Path, name: str) -> QueryFile:
    """Return one stored question. Raises MoonpactError with the nearest ones if there is none such."""
    if name in {path.stem for path in (root / "queries").glob("*.rq")}:
        return read_query_file(root / "queries" / f"{name}.rq")
    near = nearest(root, name)
    meant = f"Did you mean {' or '.join(q.name for q in near)}? “moonpact ask” lists them all."
    what = "".join(f"\n    {q.name}: {q.summary}" for q in near)
    raise MoonpactError(f"no stored question named “{name}”", remedy=meant + what)


def nearest(root: Path, words: str, most: int = 3) -> list[QueryFile]:
    """Return the questions whose name or summary is most like some words: a misspelt name, or a question in English."""
    from rapidfuzz import fuzz, utils

    def score(question: QueryFile) -> float:
        name = fuzz.WRatio(words, question.name.replace("-", " "), processor=utils.default_process)
        return max(name, fuzz.token_set_ratio(words, question.summary, processor=utils.default_process))

    return sorted(read_questions(root).values(), key=score, reverse=True)[:most]


def parameters(question: QueryFile) -> dict[str, str]:
    """Return the parameters of a question with their types: `iri`, `string`, `integer` or `date`.

    They are declared in the header (`parameters: {party: iri}`), and each has one `VALUES` row.
    """
    declared = question.header.get("parameters") or {}
    if not isinstance(declared, dict):
        raise MoonpactError("“parameters” is no mapping of names to types", where=f"{question.path}:1")
    return {str(name): str(kind) for name, kind in declared.items()}


def examples(question: QueryFile) -> dict[str, Cell]:
    """Return the value of each parameter for which a question is answered where no other is given."""
    found: dict[str, Cell] = {}
    prefixes = "\n".join(re.findall(r"^PREFIX .*$", question.text, re.MULTILINE))
    for name in parameters(question):
        row = re.search(_VALUES_ROW.format(re.escape(name)), question.text)
        rows = run(Store(), f"{prefixes}\nSELECT ?{name} {{ {row[0]} }}", str(question.path)).rows if row else ()
        found[name] = rows[0][0] if rows else None
    return found


def entity_kinds(root: Path) -> set[str]:
    """Return the kinds of entities, such as `country`: names of their files, and prefixes declared in these."""
    files = list((root / "data/entities").glob("*.ttl"))
    declared = re.compile(rf"^@prefix\s+\S+\s+<{names.ID}([^/>]+)/>", re.MULTILINE)
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in files)
    return {path.stem for path in files}.union(*map(declared.findall, texts))


def bind(question: QueryFile, values: Mapping[str, str], kinds: set[str]) -> str:
    """Return the query with the `VALUES` row of each given parameter replaced by the user's term.

    Values become RDF terms first and are written by the engine's own serialiser, so that no text of
    the user's ever becomes part of the query. Raises MoonpactError for an unknown parameter or a value
    that does not fit its type.
    """
    known = parameters(question)
    text = question.text
    for name, value in values.items():
        if name not in known:
            options = ", ".join(f"--{k}" for k in known) or "none"
            raise MoonpactError(
                f"the question “{question.name}” has no parameter “{name}”",
                remedy=f"Its parameters: {options}.",
            )
        term = _term(name, value, known[name], kinds)
        row = re.compile(_VALUES_ROW.format(re.escape(name)))
        text, count = row.subn(lambda _, t=term, n=name: f"VALUES ?{n} {{ {t} }}", text)  # type: ignore[misc]
        if not count:
            raise MoonpactError(
                f"the parameter “{name}” has no VALUES row",
                where=str(question.path),
                remedy=f"Write “VALUES ?{name} {{ ... }}” with a real example.",
            )
    return text


def _term(name: str, value: str, kind: str, kinds: set[str]) -> NamedNode | Literal:
    try:
        if kind == "iri":
            return NamedNode(names.expand(value, kinds))
        if kind == "date":
            return Literal(date.fromisoformat(value).isoformat(), datatype=NamedNode(names.XSD + "date"))
        if kind == "edtf":
            dates.bounds(value)
            return Literal(value, datatype=NamedNode(names.EDTF))
        if kind == "integer":
            return Literal(int(value))
    except ValueError as error:
        examples = {
            "iri": "country:peru or a full IRI",
            "date": "2024-07-20",
            "edtf": "2024-07",
            "integer": "12",
        }
        raise MoonpactError(f"--{name}: “{value}” is no {kind}", remedy=f"Write it as in: {examples[kind]}.") from error
    return Literal(value)


def run(store: Store, query: str, where: str = "query", most: int | None = None) -> Answer:
    """Return the rows of a SELECT or ASK, or the triples of a CONSTRUCT or DESCRIBE, from a store; `most` bounds them.

    The query reads only what its text names: graphs are not merged, nothing is fetched.
    Raises MoonpactError if the query is not valid SPARQL or cannot be evaluated.
    """
    columns, rows = stream(store, query, where)
    share = dict[Cell, Cell]().setdefault  # equal cells are held once: less memory, and less time to free it
    return Answer(columns, tuple(tuple(map(share, row, row)) for row in islice(rows, most)))


def stream(store: Store, query: str, where: str = "query") -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
    """Do as `run`, and return columns and an iterator of rows, which are not held."""
    with _told(where):
        result = store.query(query)
    if isinstance(result, QuerySolutions):
        return tuple(variable.value for variable in result.variables), _rows(map(tuple, result), where)
    if isinstance(result, QueryTriples):
        triples = ((t.subject, t.predicate, t.object) for t in result)
        return ("subject", "predicate", "object"), _rows(triples, where)
    return ("answer",), iter([(Literal(bool(result)),)])


def _rows(rows: Iterable[tuple[Cell, ...]], where: str) -> Iterator[tuple[Cell, ...]]:
    with _told(where):
        yield from rows


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Raise a MoonpactError for what the engine raises."""
    try:
        yield
    except SyntaxError as error:
        raise MoonpactError(f"not valid SPARQL: {error}", where=where) from error
    except (RuntimeError, OSError, ValueError) as error:
        raise MoonpactError(f"cannot be answered: {error}", where=where) from error
