"""Which format an answer takes: the client's Accept and Accept-Encoding against what can be written."""

from functools import lru_cache

import mimeparse

SOLUTIONS = {
    "application/sparql-results+json": "srj",
    "application/sparql-results+xml": "srx",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "srj",
    "application/xml": "srx",
    "text/xml": "srx",
}
GRAPHS = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
    "application/trig": "trig",
    "application/n-quads": "nq",
    "application/json": "jsonld",
    "application/xml": "rdf",
    "text/plain": "nt",
    "application/x-turtle": "ttl",
    "text/n3": "ttl",
}
PAGES = {"text/html": "html", "application/xhtml+xml": "html"}

# mimeparse prefers the last of equals, we the first
_ORDERS = {
    "solutions": tuple(reversed(SOLUTIONS)),
    "graphs": tuple(reversed(GRAPHS)),
    "solutions or page": tuple(reversed(SOLUTIONS | PAGES)),
    "graphs or page": tuple(reversed(GRAPHS | PAGES)),
    "page or graphs": tuple(reversed(PAGES | GRAPHS)),
}
ACCEPT_BYTES = 4000


@lru_cache(maxsize=512)
def choose(accept: str, offer: str) -> str:
    """Return the media type of an offer that the client likes best; empty if it takes none of them.

    `offer` is "solutions", "graphs", or one of them with "or page". A client that says nothing takes the first.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", "solutions")
    'application/sparql-results+xml'
    >>> choose("image/png", "graphs")
    ''
    """
    supported = _ORDERS[offer]
    if not accept.strip():
        return supported[-1]
    try:
        return str(mimeparse.best_match(supported, accept[:ACCEPT_BYTES]))
    except (mimeparse.MimeTypeParseException, ValueError):
        return ""


@lru_cache(maxsize=512)
def takes_gzip(accept_encoding: str) -> bool:
    """Tell whether the client takes gzip.

    >>> takes_gzip("deflate, gzip;q=0"), takes_gzip("br, gzip"), takes_gzip("*;q=0.1")
    (False, True, True)
    """
    quality = {}
    for part in accept_encoding.lower().split(","):
        name, _, rest = part.strip().partition(";")
        try:
            quality[name.strip()] = float(rest.strip().removeprefix("q=")) if rest else 1.0
        except ValueError:
            quality[name.strip()] = 0.0
    return quality.get("gzip", quality.get("*", 0.0)) > 0
