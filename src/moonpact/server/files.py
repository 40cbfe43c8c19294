"""What is sent from the site's folder, and where a client is sent when a page stands elsewhere."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from moonpact.server.evaluation import VARY
from moonpact.server.messages import COMMON, Answer, text_answer
from moonpact.server.negotiate import takes_gzip
from moonpact.server.protocol import Refusal
from moonpact.server.site import Large

if TYPE_CHECKING:
    from concurrent.futures import Future

    from moonpact.server.app import App
    from moonpact.server.messages import Request
    from moonpact.server.reply import Reply

# what the service description describes, if there is no page about it
_DESCRIBED = {"/dataset": "./sparql", "/.well-known/void": "../sparql"}
_PART_BYTES = 256_000


def file(app: App, request: Request, reply: Reply, path: str) -> None:
    """Answer with the file of the site that stands for a path; what is small is read in a thread and then kept."""
    name = app.site.find(path)
    if name is None:
        reply.send(_instead(app, request, path))
        return
    gzip = takes_gzip(request.header(b"accept-encoding"))
    site, key = app.site, ("site", name, gzip)

    def send(answer: Answer | Large) -> None:
        tag = answer.head.partition(b"ETag: ")[2].partition(b"\r\n")[0]
        if tag in request.headers.get(b"if-none-match", b""):
            reply.send(Answer(304, b"ETag: " + tag + b"\r\n" + VARY + COMMON))
        elif isinstance(answer, Large):
            app.spawn(_send_parts(reply, answer))
        else:
            reply.send(answer, replayable=site is app.site)

    def done(future: Future[Answer | Large]) -> None:
        try:
            answer = future.result()
        except OSError:
            reply.send(text_answer(404, "There is nothing at this address any more."))
            return
        if site is app.site and isinstance(answer, Answer):
            app.answers.put(key, answer, answer.size)
        send(answer)

    if kept := app.answers.get(key):
        send(kept)
    else:
        reading = asyncio.get_running_loop().run_in_executor(None, lambda: site.read(name, gzip=gzip))
        reading.add_done_callback(done)  # type: ignore[arg-type]


def _instead(app: App, request: Request, path: str) -> Answer:
    """Return what stands for a path without a file. Raises Refusal if nothing does."""
    if path == "/":
        base = app.base_url(request)
        return json_answer(
            {"sparql": f"{base}/sparql", "questions": f"{base}/questions", "openapi": f"{base}/openapi.json"}
        )
    if app.site.is_folder(path):
        return elsewhere(f"./{quote(path.rpartition('/')[2])}/")
    if path in _DESCRIBED:
        return elsewhere(_DESCRIBED[path])
    if "text/html" in request.header(b"accept") and (
        page := app.site.missing(quote(urlsplit(app.base_url(request)).path) + "/")
    ):
        return page
    raise Refusal(404, "There is nothing at this address.")


def folder(app: App, request: Request, reply: Reply) -> None:
    """Answer with the index of a folder of the site that shares its address with something else."""
    path = request.path.decode("ascii")
    if path.endswith("/"):
        file(app, request, reply, path)
    else:
        reply.send(elsewhere(f".{path}/"))


async def _send_parts(reply: Reply, large: Large) -> None:
    """Send a large file no faster than its client reads."""
    drained = asyncio.Event()
    reply.on_drain = drained.set
    reply.begin(200, large.head)
    try:
        with await asyncio.to_thread(large.path.open, "rb") as source:
            while not reply.gone and (part := await asyncio.to_thread(source.read, _PART_BYTES)):
                if reply.request.method == "HEAD":
                    break
                drained.clear()
                reply.data(part)
                if reply.full:
                    await drained.wait()
    except OSError:
        reply.cut("")
    else:
        reply.end()


def elsewhere(place: str, head: str = "") -> Answer:
    """Return the way to another address, which may depend on what the client accepts."""
    return Answer(303, f"Location: {place}\r\n{head}".encode("latin-1") + VARY + COMMON)


def json_answer(document: object) -> Answer:
    """Return a document as JSON."""
    body = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    return Answer(200, b"Content-Type: application/json\r\nCache-Control: no-cache\r\n" + VARY + COMMON, body)
