"""Linked data: each IRI's description by content negotiation, the stored questions, and the site's pages."""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pyoxigraph import NamedNode

from moonpact import names
from moonpact.server.evaluation import VARY, Evaluation
from moonpact.server.messages import COMMON, Answer
from moonpact.server.negotiate import GRAPHS, PAGES, SOLUTIONS, choose, takes_gzip
from moonpact.server.protocol import Refusal, fields_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from moonpact.server.app import App
    from moonpact.server.http import Reply
    from moonpact.server.messages import Request
    from moonpact.server.settings import Settings

_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_IRI_PATH = re.compile(r"/(?:id|claim|graph|shape|rule)/.+|/ontology(?:\.[a-z]+)?")
GRAPH_MEDIA = {suffix: media for media, suffix in reversed(GRAPHS.items())}
SOLUTION_MEDIA = {suffix: media for media, suffix in reversed(SOLUTIONS.items())}


def safe_host(host: str, settings: Settings) -> str:
    """Return the host that a request names if it is one, else the address that the server listens on."""
    return host if _HOST.fullmatch(host) else f"{settings.host}:{settings.port}"


def resource(app: App, request: Request, reply: Reply) -> None:
    """Answer for an IRI of ours (303 to its document), a document about one, or a file of the site."""
    path = _decoded(request.path)
    raw = request.path.decode("latin-1")
    if not _IRI_PATH.fullmatch(raw):
        _file(app, request, reply, path)
        return
    stem, dot, suffix = raw.rpartition(".")
    if dot and suffix in GRAPH_MEDIA:
        links = [f'<{_iri(stem)}>; rel="describes"']
        links += [_alternate(stem, s) for s in GRAPH_MEDIA if s != suffix]
        head = f"Link: {', '.join(links)}\r\n".encode()
        Evaluation(app, reply, "", GRAPH_MEDIA[suffix], head).run("describe", _iri(stem))
    elif app.site.find(path):
        _page(app, request, reply, raw, path)
    else:
        _Known(app, reply, "", "text/turtle").look_for(raw)


def _page(app: App, request: Request, reply: Reply, raw: str, path: str) -> None:
    """Answer for what the site has a page about."""
    if path.endswith(".html"):
        _file(app, request, reply, path)
        return
    media = choose(request.header(b"accept"), "page or graphs")
    reply.send(see_other(raw, "html" if media in PAGES else GRAPHS.get(media, "ttl")))


class _Known(Evaluation):
    """Whether the dataset knows an IRI: if so, its client is sent to the document."""

    __slots__ = ("_raw",)

    def look_for(self, raw: str) -> None:
        self._raw = raw
        self.run("known", _iri(raw))

    def whole(self, body: bytes, flags: int) -> None:  # noqa: ARG002
        media = choose(self._reply.request.header(b"accept"), "graphs")
        self._reply.send(see_other(self._raw, GRAPHS.get(media, "ttl")))


def see_other(raw: str, suffix: str) -> Answer:
    """Return the way from a thing to a document about it, beside it by name so that any prefix of a proxy holds."""
    links = ", ".join(_alternate(raw, s) for s in GRAPH_MEDIA)
    head = f"Location: ./{_name(raw)}.{suffix}\r\nLink: {links}\r\n".encode("latin-1")
    return Answer(303, head + VARY + COMMON)


def _alternate(raw: str, suffix: str) -> str:
    return f'<./{_name(raw)}.{suffix}>; rel="alternate"; type="{GRAPH_MEDIA[suffix]}"'


def _name(raw: str) -> str:
    return raw.rpartition("/")[2]


def _iri(raw: str) -> str:
    """Return the IRI of a path as it was sent. Raises Refusal if it cannot be part of one."""
    iri = names.BASE + raw[1:]
    try:
        return NamedNode(iri).value
    except ValueError:
        raise Refusal(400, "The address is no IRI.") from None


def _decoded(path: bytes) -> str:
    """Return a path without percent signs. Raises Refusal if it is not printable UTF-8."""
    try:
        text = unquote(path.decode("ascii"), errors="strict")
    except UnicodeError:
        raise Refusal(400, "The address is not percent-encoded UTF-8.") from None
    if (
        not text.isprintable()
        or not re.fullmatch(r"[!-~]*", path.decode("ascii"))
        or re.search(rb"[\"<>\\^`{|}]", path)
    ):
        raise Refusal(400, "The address holds characters that no address may hold.")
    return text


def _file(app: App, request: Request, reply: Reply, path: str) -> None:
    """Answer with a file of the site; it is read in a thread and then kept."""
    name = app.site.find(path)
    if name is None:
        if path == "/":
            reply.send(_front(app, request))
            return
        raise Refusal(404, "There is nothing at this address.")
    gzip = takes_gzip(request.header(b"accept-encoding"))
    site, key = app.site, ("site", name, gzip)

    def send(answer: Answer) -> None:
        tag = answer.head.partition(b"ETag: ")[2].partition(b"\r\n")[0]
        if tag in request.headers.get(b"if-none-match", b""):
            reply.send(Answer(304, b"ETag: " + tag + b"\r\n" + VARY + COMMON))
        else:
            reply.send(answer, replayable=site is app.site)

    if kept := app.answers.get(key):
        send(kept)
        return

    def done(future: Future[Answer]) -> None:
        try:
            answer = future.result()
        except OSError:
            reply.send(Answer(404, COMMON))
            return
        if site is app.site:
            app.answers.put(key, answer, answer.size)
        send(answer)

    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, lambda: site.read(name, gzip=gzip)).add_done_callback(done)  # type: ignore[arg-type]


def _front(app: App, request: Request) -> Answer:
    """Return where to go, if no site is served."""
    base = app.base_url(request)
    places = {"sparql": f"{base}/sparql", "questions": f"{base}/questions", "openapi": f"{base}/openapi.json"}
    return _json(places)


def _json(document: object) -> Answer:
    body = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    return Answer(200, b"Content-Type: application/json\r\nCache-Control: no-cache\r\n" + VARY + COMMON, body)


def question(app: App, request: Request, reply: Reply) -> None:
    """Answer `/questions/NAME?PARAMETER=VALUE`, or list the questions."""
    path = _decoded(request.path).removeprefix("/questions").strip("/")
    page = app.site.find(request.path.decode("latin-1"))
    if page and (path.endswith(".html") or (not request.query and _wants_page(request))):
        _file(app, request, reply, "/" + page)
        return
    if not path:
        base = app.base_url(request)
        reply.send(_json([{**q, "url": f"{base}/questions/{q['name']}"} for q in app.about["questions"]]))
        return
    known = {q["name"] for q in app.about["questions"]}
    name, dot, suffix = path.rpartition(".")
    if dot and suffix in SOLUTION_MEDIA and name in known:
        media = SOLUTION_MEDIA[suffix]
    elif path in known:
        name, media = path, choose(request.header(b"accept"), "solutions")
    else:
        raise Refusal(404, f"There is no question “{path}”. {app.base_url(request)}/questions lists them.")
    if not media:
        raise Refusal(406, "The answer can be " + ", ".join(SOLUTIONS) + ".", VARY)
    fields = fields_of(request.query)
    if len({field for field, _ in fields}) < len(fields):
        raise Refusal(400, "A parameter is given more than once.")
    Evaluation(app, reply, media, "").run("question", name, tuple(sorted(fields)))


def _wants_page(request: Request) -> bool:
    return choose(request.header(b"accept"), "solutions or page") in PAGES
