"""Where things stand on the site: an IRI's files, relative links, and what may be clicked."""

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote, unquote

from moonpact import names

# a file name that no file system and no server reads as anything else
_SEGMENT = re.compile(r"[\w\[~][\w.~\[\]+,-]*", re.ASCII)
_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.ASCII)


@lru_cache(100_000)
def path_of(iri: str) -> str | None:
    """Return the path of an IRI's files without their suffix, or None if it is not one of ours.

    A fragment belongs to the document before it. An IRI whose path could not safely be a file's name stands
    under `other/` by its SHA-256.

    >>> path_of("https://w3id.org/moonpact/id/country/peru")
    'id/country/peru'
    """
    if not iri.startswith(names.BASE):
        return None
    rest = iri[len(names.BASE) :].partition("#")[0]
    path = unquote(rest)
    if all(_SEGMENT.fullmatch(segment) for segment in path.split("/")):
        return path
    return f"other/{hashlib.sha256(iri.encode()).hexdigest()[:16]}"


def page_of(iri: str) -> str | None:
    """Return the path of an IRI's page from the root of the site, with its fragment, as in a link."""
    path = path_of(iri)
    if path is None:
        return None
    fragment = iri.partition("#")[2]
    return quote(f"{path}.html", safe="/~") + (f"#{quote(fragment, safe='')}" if fragment else "")


def root_from(path: str) -> str:
    """Return the relative path from a page to the root of the site.

    >>> root_from("id/country/peru.html")
    '../../'
    """
    return "../" * path.count("/") or "./"


def web_address(iri: str) -> str | None:
    """Return an IRI that a reader may click: http or https and nothing else, or None."""
    return iri if _WEB.fullmatch(iri) else None
