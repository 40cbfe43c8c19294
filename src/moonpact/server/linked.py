"""Linked data: each IRI's description by content negotiation, the stored questions, and the site's pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from moonpact import names
from moonpact.server.evaluation import VARY, Evaluation
from moonpact.server.files import elsewhere, file, folder, json_answer
from moonpact.server.negotiate import GRAPHS, PAGES, SOLUTIONS, choose
from moonpact.server.protocol import Refusal, fields_of
from moonpact.server.site import FORMS, alternate

if TYPE_CHECKING:
    from moonpact.server.app import App
    from moonpact.server.messages import Answer, Request
    from moonpact.server.reply import Reply

_IRI_PATH = re.compile(r"/(?:id|claim|graph|shape|rule)/.+|/ontology(?:[./].+)?")
SOLUTION_MEDIA = {suffix: media for media, suffix in reversed(SOLUTIONS.items())}


def resource(app: App, request: Request, reply: Reply) -> None:
    """Answer for an IRI of ours (303 to its document), a document about one, or a file of the site."""
    path = _decoded(request.path)
    raw = request.path.decode("latin-1")
    ours = bool(_IRI_PATH.fullmatch(raw))
    stem, dot, suffix = raw.rpartition(".")
    if ours and dot and suffix in FORMS:
        name = _name(stem)
        links = [f'<{_iri(stem)}>; rel="describes"', *(alternate(name, form) for form in FORMS if form != suffix)]
        head = f"Link: {', '.join(links)}\r\n".encode()
        Evaluation(app, reply, "", FORMS[suffix], head).run("describe", _iri(stem))
    elif f"{path[1:]}.html" in app.site.files:
        forms = list(FORMS) if ours else app.site.forms(path[1:])
        media = choose(request.header(b"accept"), "page or graphs")
        wanted = GRAPHS.get(media, "ttl")
        reply.send(see_other(raw, "html" if media in PAGES or wanted not in forms else wanted, forms))
    elif ours and not app.site.find(path):
        _Known(app, reply, "", "text/turtle").look_for(raw)
    else:
        file(app, request, reply, path)


class _Known(Evaluation):
    """Whether the dataset knows an IRI: if so, its client is sent to the document."""

    __slots__ = ("_raw",)

    def look_for(self, raw: str) -> None:
        self._raw = raw
        self.run("known", _iri(raw))

    def whole(self, body: bytes, flags: int) -> None:  # noqa: ARG002
        media = choose(self._reply.request.header(b"accept"), "graphs")
        self._reply.send(see_other(self._raw, GRAPHS.get(media, "ttl"), list(FORMS)))


def see_other(raw: str, suffix: str, forms: list[str]) -> Answer:
    """Return the way from a thing to a document about it, beside it by name so that any prefix of a proxy holds."""
    name = _name(raw)
    links = ", ".join(alternate(name, form) for form in forms)
    return elsewhere(f"./{name}.{suffix}", f"Link: {links}\r\n" if links else "")


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


def question(app: App, request: Request, reply: Reply) -> None:
    """Answer `/questions/NAME?PARAMETER=VALUE`, or list the questions."""
    path = _decoded(request.path).removeprefix("/questions").strip("/")
    if path.endswith(".html"):
        file(app, request, reply, f"/questions/{path}")
        return
    if not request.query and choose(request.header(b"accept"), "solutions or page") in PAGES:
        if path and f"question/{path}.html" in app.site.files:
            reply.send(elsewhere(f"../question/{quote(path)}.html"))
            return
        if not path and app.site.is_folder("/questions"):
            folder(app, request, reply)
            return
    if not path:
        base = app.base_url(request)
        reply.send(json_answer([{**q, "url": f"{base}/questions/{q['name']}"} for q in app.about["questions"]]))
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
