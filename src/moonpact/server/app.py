"""Which address answers what."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any

from moonpact.server import linked, openapi, sparql
from moonpact.server.accesslog import AccessLog, Metrics
from moonpact.server.cache import Cache
from moonpact.server.http import Connections
from moonpact.server.messages import COMMON, Answer, Request, text_answer
from moonpact.server.pool import Pool
from moonpact.server.protocol import Refusal
from moonpact.server.site import Site

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from moonpact.server.reply import Reply
    from moonpact.server.settings import Settings

_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
_READING = "GET, HEAD, OPTIONS"
_ALLOWED = {"sparql": "GET, HEAD, POST, OPTIONS"}
WIRE_BYTES = 8_000
"""A request longer than this is not remembered by its bytes."""


class App:
    """The state of one server."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is loaded or started yet."""
        self.settings = settings
        self.about: dict[str, Any] = {}
        self.digest = ""
        self.stopping = False
        self._tasks = set[asyncio.Task[None]]()
        self.pool = Pool(settings, self.take_data)
        self.connections = Connections(settings.connections)
        self.answers: Cache[Any, Answer] = Cache(settings.cache_mb * 1024**2)
        self.wires: Cache[bytes, tuple[Request, Answer]] = Cache(settings.cache_mb * 1024**2)
        self.site = Site(None)
        self.access = AccessLog(settings.access_log)
        self.metrics = Metrics(self)

    def take_data(self) -> None:
        """Forget what was answered from other data."""
        assert self.pool.generation is not None  # noqa: S101
        self.about = self.pool.generation.about
        self.digest = str(self.about["digest"])
        self.answers.clear()
        self.wires.clear()
        self.site = Site(self.settings.site)

    def handle(self, request: Request, reply: Reply) -> None:
        """Answer a request, now or when a worker has."""
        try:
            self._route(request, reply)
        except Refusal as refusal:
            reply.send(text_answer(refusal.status, refusal.message, refusal.extra))
        except Exception:  # noqa: BLE001 - one request's fault must not end the server
            traceback.print_exc(file=sys.stderr)
            reply.send(text_answer(500, "The server failed on this request; its log says more."))

    def _route(self, request: Request, reply: Reply) -> None:
        path = request.path.rstrip(b"/") or b"/"
        if path == b"/sparql":
            request.route, action = "sparql", sparql.answer
        elif path == b"/graphs":
            request.route, action = "graphs", sparql.graph
        elif path == b"/questions" or path.startswith(b"/questions/"):
            request.route, action = "questions", linked.question
        elif path in _PLAIN:
            request.route, action = path[1:].decode(), _PLAIN[path]
        else:
            request.route, action = "linked data", linked.resource
        allowed = _ALLOWED.get(request.route, _READING)
        if request.method == "OPTIONS":
            head = f"Allow: {allowed}\r\nAccess-Control-Allow-Methods: {allowed}\r\n".encode()
            head += b"Access-Control-Allow-Headers: Accept, Content-Type, If-None-Match\r\n"
            head += b"Access-Control-Max-Age: 86400\r\n"
            reply.send(Answer(204, COMMON + head))
        elif request.method not in allowed.split(", "):
            raise Refusal(405, f"{request.method} is not allowed here. {_WHY_NOT}", f"Allow: {allowed}\r\n".encode())
        else:
            action(self, request, reply)

    def base_url(self, request: Request) -> str:
        """Return the address of this server as its client sees it, without a slash at the end."""
        if self.settings.base_url:
            return self.settings.base_url.rstrip("/")
        host = request.header(b"host")
        return f"http://{host if _HOST.fullmatch(host) else f'{self.settings.host}:{self.settings.port}'}"

    def client_of(self, headers: dict[bytes, bytes], peer: str) -> str:
        """Return the address to whom a request is counted: the last that a trusted proxy has added, or the peer's."""
        if not self.settings.trust_proxy:
            return peer
        return headers.get(b"x-forwarded-for", b"").decode("latin-1").rpartition(",")[2].strip()[:64] or peer

    def replay(self, wire: bytes, peer: str) -> Answer | None:
        """Return the answer to a request that came before in the very same bytes, counted and logged."""
        kept = self.wires.get(wire)
        if kept is None or self.stopping:
            return None
        request, answer = kept
        request.started = time.monotonic()
        request.client = self.client_of(request.headers, peer)
        self.log(request, answer.status, answer.size)
        return answer

    def remember(self, wire: bytes, request: Request, answer: Answer) -> None:
        """Keep an answer for `replay`."""
        if len(wire) <= WIRE_BYTES:
            self.wires.put(wire, (request, answer), 3 * len(wire) + answer.size)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that waits in between, beside everything else."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def log(self, request: Request, status: int, size: int) -> None:
        """Note that a request was answered."""
        self.access.add(request, status, size)
        self.metrics.count(request, status)


_WHY_NOT = "This server is read-only."


def _health(app: App, request: Request, reply: Reply) -> None:  # noqa: ARG001
    ready = app.pool.ready and not app.stopping
    state = {"status": "ready" if ready else "not ready", "dataset": app.digest, "quads": app.about.get("quads")}
    head = b"Content-Type: application/json\r\nCache-Control: no-store\r\n" + COMMON
    reply.send(Answer(200 if ready else 503, head, json.dumps(state).encode() + b"\n"))


def _metrics(app: App, request: Request, reply: Reply) -> None:  # noqa: ARG001
    head = b"Content-Type: text/plain; version=0.0.4; charset=utf-8\r\nCache-Control: no-store\r\n" + COMMON
    reply.send(Answer(200, head, app.metrics.text()))


def _openapi(app: App, request: Request, reply: Reply) -> None:
    document = openapi.document(app.about["questions"], app.base_url(request))
    head = b"Content-Type: application/json\r\nCache-Control: no-cache\r\n" + COMMON
    reply.send(Answer(200, head, json.dumps(document, ensure_ascii=False).encode()))


_PLAIN = {b"/health": _health, b"/metrics": _metrics, b"/openapi.json": _openapi}
