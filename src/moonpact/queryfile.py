"""Query files: SPARQL with a `#+` header in YAML, as grlc writes it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from moonpact.errors import MoonpactError


@dataclass(frozen=True)
class QueryFile:
    """One `.rq` or `.ru` file: its path, its header and its text, which runs as it stands."""

    path: Path
    text: str
    header: dict[str, Any]

    @property
    def name(self) -> str:
        """The file's stem, which is the name of the question or rule."""
        return self.path.stem

    @cached_property
    def summary(self) -> str:
        """The question in English."""
        return str(self.header["summary"])


def read_query_file(path: Path) -> QueryFile:
    """Return one query file with its header parsed.

    Raises MoonpactError with file and line if the header is missing, is not YAML or has no summary.
    """
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MoonpactError(f"cannot be read: {error}", where=str(path)) from error
    head = "\n".join(line[2:].removeprefix(" ") for line in text.splitlines() if line.startswith("#+"))
    remedy = "Begin the file with “#+ summary: the question in English”."
    try:
        header = yaml.load(head, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except yaml.YAMLError as error:
        raise MoonpactError(f"the #+ header is not YAML: {error}", where=f"{path}:1", remedy=remedy) from error
    if not isinstance(header, dict) or not header.get("summary"):
        raise MoonpactError("no summary in the #+ header", where=f"{path}:1", remedy=remedy)
    return QueryFile(path, text, header)
