"""A difference in sentences: what a change does, said with the labels of the graph."""

from collections.abc import Callable, Iterator

from pyoxigraph import NamedNode

from moonpact import names
from moonpact.diff import Difference, Dispute, Moved, Row
from moonpact.questions import Cell
from moonpact.tables import CITATION, text, visible

MOST_NAMED = 8
_MEMBER = "http://www.w3.org/ns/org#memberOf"


class Words:
    """Sentences about one difference, with the labels of the new state, or else of the old one."""

    def __init__(self, difference: Difference) -> None:
        """Take the labels of both states."""
        self.difference = difference
        self.labels = difference.old.labels | difference.new.labels

    def show(self, cell: Cell | tuple[Cell, ...]) -> str:
        """Return the label, short name or value of a cell, with what could mislead a reader made visible."""
        if isinstance(cell, tuple):
            return ", ".join(map(self.show, cell))
        if isinstance(cell, NamedNode):
            return visible(self.labels.get(cell.value) or names.shorten(cell.value))
        return visible(text(cell))

    def sentence(self, *cells: Cell) -> str:
        """Return cells as one line."""
        return " — ".join(map(self.show, cells))

    def headlines(self) -> Iterator[str]:
        """Yield the difference in a few sentences, without full stops."""
        d = self.difference
        if d.is_empty:
            yield "Nothing differs: the same facts, disputes and answers"
            return
        for facts, verb in ((d.facts_gained, "joins the"), (d.facts_lost, "is no longer a member of the")):
            for fact in facts:
                if text(fact.predicate) == _MEMBER:
                    yield f"{self.show(fact.subject)} {verb} {self.show(fact.object)}"
        for disputes, verb in (
            (d.disputes_opened, "opened"), (d.disputes_settled, "settled"), (d.disputes_withdrawn, "withdrawn"),
        ):  # fmt: skip
            if disputes:
                yield f"{_many(len(disputes), 'dispute')} {verb}: {self.matters(disputes)}"
        moved = [f"{m.question.name} {self.move(m)}" for m in d.questions if not m.only_cites_otherwise]
        cited = len(d.questions) - len(moved)
        if moved:
            yield "Answers: " + _first(moved, ", ")
        if cited:
            yield f"{_many(cited, 'answer')} with other citations only"
        if not d.questions:
            yield "No stored question is answered otherwise"

    def matters(self, disputes: list[Dispute]) -> str:
        """Return what disputes are about."""
        return _first([self.sentence(d.about, d.predicate) for d in disputes], "; ")

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what happened to a fact, and the fact."""
        d = self.difference
        for verb, facts in (("gained", d.facts_gained), ("lost", d.facts_lost)):
            for f in facts:
                yield verb, f"{self.sentence(f.subject, f.predicate, f.object)} ({_short(f.supported_by)})"
        for a, b in d.facts_changed:
            words = self.sentence(a.subject, a.predicate, a.object)
            yield "changed", f"{words} → {self.show(b.object)} ({_short(b.supported_by)})"
        for a, b in d.facts_resupported:
            words = self.sentence(a.subject, a.predicate, a.object)
            pairs = (("for it", a.supported_by, b.supported_by), ("against it", a.opposed_by, b.opposed_by))
            yield "supported otherwise", f"{words}: {'; '.join(filter(None, (_moved_claims(*pair) for pair in pairs)))}"

    def disputes(self) -> Iterator[tuple[str, str]]:
        """Yield what happened to a dispute, and the dispute."""
        d = self.difference
        for verb, disputes in (("opened", d.disputes_opened), ("withdrawn", d.disputes_withdrawn)):
            for x in disputes:
                yield verb, f"{self.matters([x])} ({self.show(x.kind)}): {_short(x.sides)}"
        for x in d.disputes_settled:
            yield "settled", f"{self.matters([x])} ({self.show(x.kind)}), by {self.show(x.settled_by)}"
        for a, b in d.disputes_resided:
            yield "still open", f"{self.matters([b])} ({self.show(b.kind)}): {_moved_claims('sides', a.sides, b.sides)}"

    def move(self, moved: Moved) -> str:
        """Return by how much an answer moved, as a predicate: “grows by one to 11”."""
        if moved.change != "answer":
            return f"is {moved.change} ({_many(moved.after or moved.before, 'row')})"
        step = moved.after - moved.before
        parts = []
        if step:
            parts.append(f"{'grows' if step > 0 else 'shrinks'} by {_number(abs(step))} to {moved.after}")
        if min(len(moved.gained), len(moved.lost)):
            parts.append(f"swaps {_many(min(len(moved.gained), len(moved.lost)), 'row')}")
        if moved.changed:
            parts.append(f"changes {_many(len(moved.changed), 'row')}")
        if moved.recited:
            parts.append(f"cites otherwise in {_many(len(moved.recited), 'row')}")
        return " and ".join(parts) + (" (the question itself was edited)" if moved.reworded else "")

    def rows(self, moved: Moved) -> Iterator[tuple[str, str]]:
        """Yield what happened to a row, and the row."""
        for verb, rows in (("gained", moved.gained), ("lost", moved.lost)):
            for row in rows:
                yield verb, self.cells(moved.columns, row)
        for a, b in moved.changed:
            yield "changed", self.cells(moved.columns, a, b)
        for a, b in moved.recited:
            yield "cited otherwise", self.cells(moved.columns, a, b)

    def cells(self, columns: tuple[str, ...], row: Row, other: Row | None = None) -> str:
        """Return `column value; ...`, with claims last, and an arrow where the other row differs."""
        said, cited = [], ""
        for i, (column, cell) in enumerate(zip(columns, row, strict=False)):
            show: Callable[[Cell | tuple[Cell, ...]], str] = _claims if column == CITATION else self.show
            value = show(cell)
            if other is not None and i < len(other) and other[i] != cell:
                value = f"{value or 'nothing'} → {show(other[i]) or 'nothing'}"
            if column == CITATION:
                cited = f" ({value})" if value else ""
            elif value:
                said.append(f"{column.replace('_', ' ')}: {value}")
        return "; ".join(said) + cited


def _moved_claims(what: str, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    gained = [f"+ {names.shorten(c)}" for c in new if c not in old]
    lost = [f"− {names.shorten(c)}" for c in old if c not in new]
    return f"{what} {', '.join(gained + lost)}" if gained or lost else ""


def _short(iris: tuple[str, ...]) -> str:
    return ", ".join(map(names.shorten, iris))


def _claims(cell: Cell | tuple[Cell, ...]) -> str:
    return _short(tuple(map(text, cell)) if isinstance(cell, tuple) else (text(cell),))


def _first(items: list[str], joint: str) -> str:
    more = [f"and {len(items) - MOST_NAMED} more"] if len(items) > MOST_NAMED else []
    return joint.join(items[:MOST_NAMED] + more)


def _number(n: int) -> str:
    return "one" if n == 1 else str(n)


def _many(n: int, noun: str) -> str:
    return f"{_number(n)} {noun}{'' if n == 1 else 's'}"
