"""Remote SPARQL endpoints, through SPARQLWrapper."""

from typing import Any
from urllib.error import HTTPError, URLError

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from moonpact import names
from moonpact.derive import DERIVED_GRAPHS
from moonpact.errors import MoonpactError
from moonpact.questions import Answer, Cell

TIMEOUT_SECONDS = 60

_UNDERIVED = f"""SELECT ?g ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }}
  FILTER (?g NOT IN ({", ".join(f"<{g}>" for g in (*DERIVED_GRAPHS, names.DATES_GRAPH))})) }}"""


def ask_endpoint(url: str, query: str) -> Answer:
    """Return the rows of a SELECT or the result of an ASK, evaluated by a SPARQL 1.1 endpoint.

    Raises MoonpactError if the endpoint cannot be reached, refuses the query, or answers with anything
    but SPARQL 1.1 JSON results.
    """
    from SPARQLWrapper import JSON, POST, SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    wrapper = SPARQLWrapper(url)
    wrapper.setQuery(query)
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(JSON)
    wrapper.setTimeout(TIMEOUT_SECONDS)
    if wrapper.queryType not in ("SELECT", "ASK"):
        raise MoonpactError(
            f"a {wrapper.queryType} query cannot be sent to an endpoint from here",
            remedy="Use SELECT or ASK, or leave --endpoint out.",
        )
    try:
        document = wrapper.queryAndConvert()
    except SPARQLWrapperException as error:
        raise MoonpactError(
            f"the endpoint refused the query: {_first_line(error)}", where=url, remedy="Check the query."
        ) from error
    except (URLError, HTTPError, OSError, ValueError) as error:
        raise MoonpactError(
            f"the endpoint cannot be reached or gave no SPARQL results: {_first_line(error)}",
            where=url,
            remedy="Check the address and that the server runs, or leave --endpoint out to ask the local files.",
        ) from error
    return _answer(url, document)


def fetch_claims(url: str) -> Store:
    """Return all that an endpoint holds except what was derived, so that it can be derived anew."""
    store = Store()
    rows = ask_endpoint(url, _UNDERIVED).rows
    store.extend(Quad(s, p, o, g) for g, s, p, o in rows)  # type: ignore[arg-type]
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
        raise MoonpactError("the answer is no SPARQL 1.1 JSON result", where=url) from error
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
        return Literal(term["value"], datatype=NamedNode(term["datatype"]))
    return Literal(term["value"])


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), type(error).__name__)
