"""What the pages show: passages, claims, sources, facts and disagreements."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from moonpact.questions import Cell

# characters between the two ends of a passage that leave something out
_GAP = 5
Statement = tuple[str, str, Cell]


@dataclass(frozen=True)
class Passage:
    """A run of words in a source: character offsets and the few words at its ends."""

    iri: str
    source: str
    start: int
    end: int
    first: str
    last: str

    @property
    def shown(self) -> str:
        """The words at both ends, or at its beginning only where both would be the whole passage."""
        whole = self.end - self.start <= len(self.first) + len(self.last) + _GAP
        return f"{self.first} …" if self.last and whole else f"{self.first} … {self.last}" if self.last else self.first


@dataclass(frozen=True)
class Claim:
    """What one source says: its triples, who says it and how, for which time, and where the words stand."""

    iri: str
    source: str
    speaker: str
    stance: str
    holds_from: str
    holds_to: str
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Source:
    """An article or another source, with its date of publication (EDTF) and how that is known.

    `known_from` is the day from which on it counts as known, where that is not the day of publication.
    """

    iri: str
    label: str
    publisher: str
    issued: str
    known_from: str
    url: str
    known_by: str
    reliability: str
    kinds: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Fact:
    """A derived triple with its rule, how well sources bear it, and the claims for and against it."""

    iri: str
    statement: Statement
    rule: str
    support: str
    supported_by: tuple[str, ...]
    opposed_by: tuple[str, ...]


@dataclass(frozen=True)
class Disagreement:
    """Two or more claims that do not say the same; open if nothing settles it."""

    iri: str
    about: str
    predicate: str
    kind: str
    rule: str
    settled_by: str
    reason: str
    sides: tuple[str, ...]
    open: bool


def ends(statement: Statement) -> Iterator[str]:
    """Yield the subject of a statement, and its object if that is an IRI."""
    yield statement[0]
    if isinstance(statement[2], NamedNode):
        yield statement[2].value
