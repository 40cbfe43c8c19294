"""Remote SPARQL endpoints, through SPARQLWrapper."""

import os
import re
import warnings
from contextlib import closing
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS
from moonpact.errors import MoonpactError
from moonpact.questions import Answer, Cell

TIMEOUT_SECONDS = 60
_CHECK_ADDRESS = "Check that this is the query address of a SPARQL 1.1 server."
_FORM = re.compile(r"(?:\s|#[^\n]*|PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>)*(\w*)", re.IGNORECASE)

_BOOLEAN, _BOOLEANS = f"{names.XSD}boolean", {"0": "false", "1": "true"}

_COMPUTED = ", ".join(f"<{graph}>" for graph in (*DERIVED_GRAPHS, names.DATES_GRAPH))
_UNDERIVED = f"""GRAPH ?g {{ ?s ?p ?o }}
  FILTER (STRSTARTS(STR(?g), "{names.BASE}") && ?g NOT IN ({_COMPUTED}, <{names.GRAPH}load>))"""
_DERIVED = f"GRAPH ?g {{ ?s ?p ?o }} FILTER (?g IN ({_COMPUTED}))"


def ask_endpoint(url: str, query: str) -> Answer:
    """Return the rows of a SELECT or the result of an ASK, evaluated by a SPARQL 1.1 endpoint.

    Raises MoonpactError if the endpoint cannot be reached, refuses the query, or answers with anything
    but SPARQL 1.1 JSON results.
    """
    form = _FORM.match(query)
    kind = form[1].upper() if form else ""
    if kind not in {"SELECT", "ASK"}:
        raise MoonpactError(
            f"a {kind} query cannot be sent to an endpoint from here",
            remedy="Use SELECT or ASK, or leave --endpoint out.",
        )
    reply = _send(url, query, kind)
    with closing(reply.response):
        if reply.info().get("x-sparql-maxrows"):
            raise MoonpactError(
                "the endpoint cut the answer off",
                where=url,
                remedy="Raise its limit on the size of answers (Virtuoso: ResultSetMaxRows), or ask for less.",
            )
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of another format than asked for: told below
                document = reply.convert()
        except (HTTPException, OSError, ValueError, TypeError) as error:
            raise MoonpactError(
                f"the endpoint gave no SPARQL results: {_first_line(error)}", where=url, remedy=_CHECK_ADDRESS
            ) from error
    return _answer(url, document)


def count_at_endpoint(url: str, query: str) -> int:
    """Return the number that a query for one number gives. Raises as `ask_endpoint` does, and if there is none."""
    match ask_endpoint(url, query).rows:
        case ((Literal(value=value),),) if value.isdecimal():
            return int(value)
    raise MoonpactError("the endpoint was asked for a number and gave none", where=url, remedy=_CHECK_ADDRESS)


def update_endpoint(url: str, update: str) -> None:
    """Have a SPARQL 1.1 endpoint carry out an update. Raises MoonpactError if it cannot be reached or refuses."""
    with closing(_send(url, update, "INSERT").response) as response:
        try:
            response.read()
        except (HTTPException, OSError) as error:
            raise MoonpactError(
                f"the endpoint hung up during an update: {_first_line(error)}",
                where=url,
                remedy="It may be in. Run the command again: nothing gets in twice.",
            ) from error


def _send(url: str, text: str, kind: str) -> Any:  # noqa: ANN401 - SPARQLWrapper has no types
    """Return the server's answer to a query or update; its form is told, for SPARQLWrapper guesses from any word."""
    from SPARQLWrapper import BASIC, DIGEST, JSON, POST, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import EndPointNotFound, SPARQLWrapperException, Unauthorized

    what = "update" if kind == "INSERT" else "query"
    if not url.startswith(("http://", "https://")):
        raise MoonpactError("an endpoint's address begins with http:// or https://", where=url)
    wrapper = SPARQLWrapper(url)
    wrapper.queryString = text  # setQuery would search all of it, which for a batch of data takes longest
    wrapper.queryType = kind
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(JSON)
    wrapper.setTimeout(TIMEOUT_SECONDS)
    if user := os.environ.get("MOONPACT_ENDPOINT_USER"):
        digest = os.environ.get("MOONPACT_ENDPOINT_AUTHENTICATION", "").lower() == "digest"
        wrapper.setHTTPAuth(DIGEST if digest else BASIC)
        wrapper.setCredentials(user, os.environ.get("MOONPACT_ENDPOINT_PASSWORD", ""))
    try:
        return wrapper.query()
    except SPARQLWrapperException as error:
        if isinstance(error.__context__, HTTPError):
            error.__context__.close()
        remedy = {
            EndPointNotFound: _CHECK_ADDRESS if what == "query" else "Give the server's update address with --update.",
            Unauthorized: "Set MOONPACT_ENDPOINT_USER and MOONPACT_ENDPOINT_PASSWORD.",
        }.get(type(error), f"Check the {what}.")
        raise MoonpactError(
            f"the endpoint refused the {what}: {_first_line(error)}", where=url, remedy=remedy
        ) from error
    except HTTPError as error:
        error.close()
        raise MoonpactError(
            f"the endpoint refused the {what}: {error.code} {error.reason}",
            where=url,
            remedy="Check that this address takes updates." if what == "update" else "Check the address.",
        ) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise MoonpactError(
            f"the endpoint cannot be reached: {_first_line(error)}",
            where=url,
            remedy="Check the address and that the server runs, or leave --endpoint out to use the local files.",
        ) from error


def fetch_claims(url: str) -> Store:
    """Return all that an endpoint holds of Moonpact except what was derived, so that it can be derived anew."""
    return _fetch(url, _UNDERIVED)


def fetch_derived(url: str) -> Store:
    """Return the facts, disagreements, kinds and date bounds that an endpoint holds."""
    return _fetch(url, _DERIVED)


def _fetch(url: str, pattern: str) -> Store:
    """Return the quads that match; an endpoint that gives fewer than it counts is not believed."""
    store = Store()
    store.extend(Quad(s, p, o, g) for g, s, p, o in ask_endpoint(url, f"SELECT ?g ?s ?p ?o WHERE {{ {pattern} }}").rows)  # type: ignore[arg-type]
    counted = count_at_endpoint(url, f"SELECT (COUNT(*) AS ?count) WHERE {{ {pattern} }}")
    if counted != len(store):
        raise MoonpactError(
            f"the endpoint gives {len(store)} of the {counted} quads that it counts",
            where=url,
            remedy="Raise its limit on the size of answers (Virtuoso: ResultSetMaxRows).",
        )
    return store


def _answer(url: str, document: Any) -> Answer:  # noqa: ANN401 - JSON from outside, checked here
    try:
        if "boolean" in document:
            return Answer(("answer",), ((Literal(bool(document["boolean"])),),))
        columns = tuple(document["head"]["vars"])
        rows = tuple(
            tuple(_cell(binding.get(column)) for column in columns) for binding in document["results"]["bindings"]
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise MoonpactError("the answer is no SPARQL 1.1 JSON result", where=url, remedy=_CHECK_ADDRESS) from error
    return Answer(columns, rows)


def _cell(term: dict[str, str] | None) -> Cell:
    if term is None:
        return None
    if term["type"] == "uri":
        return NamedNode(term["value"])
    if term["type"] == "bnode":
        return BlankNode(term["value"])
    if "xml:lang" in term:
        return Literal(term["value"], language=term["xml:lang"])
    if "datatype" in term:
        # Virtuoso keeps booleans as numbers
        value = _BOOLEANS.get(term["value"], term["value"]) if term["datatype"] == _BOOLEAN else term["value"]
        return Literal(value, datatype=NamedNode(term["datatype"]))
    return Literal(term["value"])


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
