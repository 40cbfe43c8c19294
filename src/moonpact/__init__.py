"""Moonpact: who goes to the Moon with whom, since when, on what terms, and who says so."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from moonpact.api import Graph

__version__ = "0.1.0"


def open(  # noqa: A001 - as in shelve.open, read with the module's name before it
    root: "str | Path | None" = None, *, known_on: "str | date | None" = None, endpoint: str | None = None
) -> "Graph":
    """Return the graph of a project folder (by default the nearest one) or of a SPARQL 1.1 endpoint, ready to be asked.

    With `known_on` (a date, or text as in 2023-10-23), only sources that can have been published by that day
    count. Raises MoonpactError if there is no project, or for a day that is none.
    """
    from moonpact.api import Graph

    return Graph(root, known_on, endpoint)
