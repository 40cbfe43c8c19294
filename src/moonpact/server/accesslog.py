"""The access log, in the Combined Log Format, and counters for Prometheus."""

from __future__ import annotations

import queue
import sys
import threading
import time
from typing import IO, TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

if TYPE_CHECKING:
    from moonpact.server.app import App
    from moonpact.server.messages import Request

_BATCHES = 64
_PRINTABLE = bytes(n if 32 <= n < 127 and n not in b'"\\' else ord("?") for n in range(256))  # noqa: PLR2004


class AccessLog:
    """Lines gathered in memory and written by a thread, so that a slow disk or reader never holds up an answer."""

    def __init__(self, place: str) -> None:
        """`place` is a file, “-” for standard error, or empty for no log at all."""
        self.dropped = 0
        self._lines: list[bytes] = []
        self._batches: queue.Queue[bytes | None] = queue.Queue(_BATCHES)
        self._out: IO[bytes] | None = None
        self._second, self._stamp = 0, b""
        if place:
            self._out = sys.stderr.buffer if place == "-" else open(place, "ab")  # noqa: PTH123, SIM115
            self._thread = threading.Thread(target=self._write, daemon=True)
            self._thread.start()

    def add(self, client: str, line: bytes, status: int, size: int, referer: bytes, agent: bytes) -> None:
        """Note one request; `line` is method, target and version."""
        if self._out is None:
            return
        now = int(time.time())
        if now != self._second:
            self._second, self._stamp = now, time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(now)).encode()
        self._lines.append(
            b'%b - - [%b] "%b" %d %d "%b" "%b"\n'
            % (
                client.encode("ascii", "replace"), self._stamp, line.translate(_PRINTABLE), status, size,
                referer.translate(_PRINTABLE) or b"-", agent.translate(_PRINTABLE) or b"-",
            )  # fmt: skip
        )

    def flush(self) -> None:
        """Hand over what has been gathered; if nobody takes it, it is dropped and counted."""
        if self._lines:
            lines, self._lines = self._lines, []
            try:
                self._batches.put_nowait(b"".join(lines))
            except queue.Full:
                self.dropped += len(lines)

    def close(self) -> None:
        """Write what is left."""
        if self._out is not None:
            self.flush()
            self._batches.put(None)
            self._thread.join(timeout=2)

    def _write(self) -> None:
        assert self._out is not None  # noqa: S101
        while (batch := self._batches.get()) is not None:
            try:
                self._out.write(batch)
                self._out.flush()
            except (OSError, ValueError):
                self.dropped += batch.count(b"\n")


class Metrics:
    """Counters and gauges under names that begin with `moonpact_`."""

    def __init__(self, app: App) -> None:
        """The gauges read `app` whenever they are asked for."""
        self._registry = registry = CollectorRegistry()
        self._requests = Counter("moonpact_requests", "Requests answered.", ["route", "status"], registry=registry)
        self._seconds = Histogram(
            "moonpact_request_seconds", "Time from a request to the end of its answer.", registry=registry
        )
        self._children: dict[tuple[str, int], Counter] = {}
        self.replayed = Counter("moonpact_replayed", "Answers given again from memory.", registry=registry)
        ended = Gauge("moonpact_workers_ended", "Workers ended early, by reason.", ["reason"], registry=registry)
        for reason in app.pool.ended:
            ended.labels(reason).set_function(lambda reason=reason: app.pool.ended[reason])
        for name, text, function in (
            ("moonpact_connections", "Open connections.", lambda: len(app.connections)),
            ("moonpact_jobs_running", "Jobs in workers.", lambda: len(app.pool.busy)),
            ("moonpact_jobs_slow", "Jobs that have run longer than the quick limit.", lambda: app.pool.slow),
            ("moonpact_jobs_waiting", "Jobs that wait for a worker.", lambda: app.pool.queued),
            ("moonpact_cache_bytes", "Size of the answers kept.", lambda: app.answers.size + app.wires.size),
            ("moonpact_log_dropped", "Lines of the access log that could not be written.", lambda: app.access.dropped),
            ("moonpact_dataset_quads", "Quads served.", lambda: app.about.get("quads", 0)),
        ):
            Gauge(name, text, registry=registry).set_function(function)

    def count(self, request: Request, status: int) -> None:
        """Count one request."""
        key = request.route, status
        child = self._children.get(key)
        if child is None:
            child = self._children[key] = self._requests.labels(request.route, str(status))
        child.inc()
        self._seconds.observe(time.monotonic() - request.started)

    def text(self) -> bytes:
        """Return everything in the Prometheus text format."""
        return generate_latest(self._registry)
