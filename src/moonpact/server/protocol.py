"""The SPARQL 1.1 Protocol: from an HTTP request to a query and its dataset, or to the reason why not."""

from __future__ import annotations

from binascii import a2b_qp
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_to_bytes

from pyoxigraph import NamedNode

if TYPE_CHECKING:
    from moonpact.server.messages import Request

QUERY_BYTES = 64_000
FIELDS = 100
_READ_ONLY = "This server is read-only: updates are refused."


class Refusal(Exception):  # noqa: N818 - a decision, not a fault
    """A request that is not carried out: its HTTP status, why, and further header lines."""

    def __init__(self, status: int, message: str, extra: bytes = b"") -> None:
        """Each of `extra`'s lines ends in CRLF."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.extra = extra


class Query(NamedTuple):
    """A query with the dataset that the protocol gives it; None where the request names no such graph."""

    text: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None


def unquoted(text: bytes) -> bytes:
    """Return percent-encoded bytes as they were; what is no encoding stays.

    Quoted-printable is the same code with another sign, and the standard library decodes it ten times as fast. Where
    its rules differ, a percent sign does not become two bytes less, or there is the end of a line.

    >>> unquoted(b"a%20b=%zz"), unquoted(b"%41%25")
    (b'a b=%zz', b'A%')
    """
    decoded = a2b_qp(text.replace(b"=", b"=3D").replace(b"%", b"="))
    if len(decoded) != len(text) - 2 * text.count(b"%") or b"\n" in text or b"\r" in text:
        return unquote_to_bytes(text)
    return decoded


def fields_of(encoded: bytes) -> list[tuple[str, str]]:
    """Return the decoded fields of a query string or form. Raises Refusal if they are not UTF-8 or too many."""
    pairs = encoded.replace(b"+", b" ").split(b"&")
    if len(pairs) > FIELDS:
        raise Refusal(400, f"More than {FIELDS} parameters.")
    try:
        return [
            (unquoted(name).decode(), unquoted(value).decode())
            for name, _, value in (pair.partition(b"=") for pair in pairs if pair)
        ]
    except UnicodeDecodeError:
        raise Refusal(400, "The parameters are not percent-encoded UTF-8.") from None


def read_query(request: Request) -> Query | None:
    """Return the query of a GET or POST request; None for a GET that asks for no query at all.

    Raises Refusal: 400 for a missing, repeated or badly encoded parameter, 403 for an update, 413 for a query
    that is too long, 415 for a media type, charset or content coding that is not read here.
    """
    fields = fields_of(request.query)
    if request.method == "POST":
        fields += _posted(request)
    texts = [value for name, value in fields if name == "query"]
    if not texts and any(name == "update" for name, _ in fields):
        raise Refusal(403, _READ_ONLY)
    if not texts and request.method != "POST":
        return None
    if len(texts) != 1:
        raise Refusal(400, f"There must be one parameter “query”; there are {len(texts) or 'none'}.")
    if len(texts[0].encode()) > QUERY_BYTES:
        raise Refusal(413, f"A query may hold {QUERY_BYTES} bytes.")
    if len(fields) == 1:
        return Query(texts[0], None, None)
    return Query(texts[0], graphs_of(fields, "default-graph-uri"), graphs_of(fields, "named-graph-uri"))


def _posted(request: Request) -> list[tuple[str, str]]:
    kind = _media_type(request)
    if kind == "application/sparql-query":
        try:
            return [("query", request.body.decode())]
        except UnicodeDecodeError:
            raise Refusal(400, "The body is not UTF-8.") from None
    if kind == "application/x-www-form-urlencoded":
        return fields_of(request.body.strip())
    if kind == "application/sparql-update":
        raise Refusal(403, _READ_ONLY)
    accepted = b"Accept-Post: application/sparql-query, application/x-www-form-urlencoded\r\n"
    raise Refusal(415, "Send a query as application/sparql-query or application/x-www-form-urlencoded.", accepted)


def graphs_of(fields: list[tuple[str, str]], name: str) -> tuple[str, ...] | None:
    """Return the graphs that a parameter names, or None. Raises Refusal if one is no absolute IRI."""
    graphs = tuple(value for field, value in fields if field == name)
    for graph in graphs:
        try:
            NamedNode(graph)
        except ValueError:
            raise Refusal(400, f"The parameter “{name}” is no absolute IRI.") from None
    return graphs or None


def _media_type(request: Request) -> str:
    """Return the media type of the body. Raises Refusal for a charset but UTF-8, or a coded body."""
    kind, _, rest = request.header(b"content-type").partition(";")
    if request.header(b"content-encoding").strip().lower() not in ("", "identity"):
        raise Refusal(415, "Send the body as it is, without content coding.")
    for parameter in rest.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip().strip('"').lower() not in ("utf-8", "utf8", "us-ascii"):
            raise Refusal(415, "Send the body as UTF-8.")
    return kind.strip().lower()
