"""The SPARQL endpoint, its description, and the graphs one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from moonpact import names
from moonpact.server.evaluation import VARY, Evaluation, type_line
from moonpact.server.files import folder
from moonpact.server.messages import COMMON, Answer
from moonpact.server.negotiate import GRAPHS, PAGES, SOLUTIONS, choose
from moonpact.server.protocol import Refusal, fields_of, graphs_of, read_query
from moonpact.server.worker import GRAPHS as FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from moonpact.server.app import App
    from moonpact.server.messages import Request
    from moonpact.server.reply import Reply

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_WRITTEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip


def answer(app: App, request: Request, reply: Reply) -> None:
    """Answer a query, or describe the service to who asks for none."""
    query = read_query(request)
    if query is None:
        _describe(app, request, reply)
        return
    accept = request.header(b"accept")
    solutions, graphs = choose(accept, "solutions"), choose(accept, "graphs")
    if not solutions and not graphs:
        raise Refusal(406, "The answer can be " + ", ".join(dict.fromkeys([*SOLUTIONS, *GRAPHS])) + ".", VARY)
    Evaluation(app, reply, solutions, graphs).run("query", query.text, (), query.default_graphs, query.named_graphs)


def graph(app: App, request: Request, reply: Reply) -> None:
    """Answer `?graph=IRI` or `?default` with the graph's triples: the SPARQL 1.1 Graph Store Protocol, read-only."""
    fields = fields_of(request.query)
    found = graphs_of(fields, "graph") or ()
    if len(found) + any(name == "default" for name, _ in fields) != 1:
        raise Refusal(400, "Ask for “?graph=IRI” or for “?default”.")
    media = choose(request.header(b"accept"), "graphs")
    if not media:
        raise Refusal(406, "A graph can be " + ", ".join(GRAPHS) + ".", VARY)
    Evaluation(app, reply, "", media).run("graph", found[0] if found else "")


def _describe(app: App, request: Request, reply: Reply) -> None:
    media = choose(request.header(b"accept"), "graphs or page")
    if media in PAGES and app.site.is_folder("/sparql"):
        folder(app, request, reply)
        return
    if not media or media in PAGES:
        media = "text/turtle"  # who cannot read it sees at least what to ask for
    triples = list(_description(app, app.base_url(request) + "/sparql"))
    prefixes = {"sd": _SD, "void": _VOID, "fmt": _FORMATS}
    turtle_like = FORMATS[GRAPHS[media]] in (RdfFormat.TURTLE, RdfFormat.TRIG)
    body = serialize(triples, format=FORMATS[GRAPHS[media]], prefixes=prefixes if turtle_like else None)
    reply.send(Answer(200, type_line(media) + VARY + COMMON + b"Cache-Control: no-cache\r\n", body or b""))


def _description(app: App, endpoint: str) -> Iterator[Triple]:
    """Yield the SPARQL 1.1 Service Description, with sizes in VoID."""
    service, dataset, default = NamedNode(endpoint), NamedNode(names.BASE + "dataset"), BlankNode("default")
    a = NamedNode(names.RDF + "type")

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    yield Triple(service, a, sd("Service"))
    yield Triple(service, sd("endpoint"), service)
    yield Triple(service, sd("supportedLanguage"), sd("SPARQL11Query"))
    for name in _WRITTEN:
        yield Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(service, sd("defaultDataset"), dataset)
    yield Triple(dataset, a, sd("Dataset"))
    yield Triple(dataset, a, NamedNode(_VOID + "Dataset"))
    yield Triple(dataset, NamedNode(_VOID + "sparqlEndpoint"), service)
    yield Triple(dataset, NamedNode(_VOID + "triples"), Literal(int(app.about["quads"])))
    yield Triple(dataset, sd("defaultGraph"), default)
    yield Triple(default, a, sd("Graph"))
    for n, name in enumerate(app.about["graphs"]):
        named = BlankNode(f"graph{n}")
        yield Triple(dataset, sd("namedGraph"), named)
        yield Triple(named, a, sd("NamedGraph"))
        yield Triple(named, sd("name"), NamedNode(name))
