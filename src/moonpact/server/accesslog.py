"""The access log, in the Combined Log Format, and counters for Prometheus."""

from __future__ import annotations

import queue
import sys
import threading
import time
from bisect import bisect_left
from itertools import accumulate
from typing import IO, TYPE_CHECKING

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from moonpact.server.app import App
    from moonpact.server.messages import Request

_BATCHES = 64
_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
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

    def add(self, request: Request, status: int, size: int) -> None:
        """Note that a request was answered with so many bytes."""
        if self._out is None:
            return
        now = int(time.time())
        if now != self._second:
            self._second, self._stamp = now, time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(now)).encode()
        line = b"%b %b HTTP/%b" % (request.method.encode(), request.target, request.version.encode())
        client = request.client.encode("ascii", "replace").translate(_PRINTABLE)
        referer = request.headers.get(b"referer", b"-").translate(_PRINTABLE)
        agent = request.headers.get(b"user-agent", b"-").translate(_PRINTABLE)
        head = b'%b - - [%b] "%b" ' % (client, self._stamp, line.translate(_PRINTABLE))
        self._lines.append(head + b'%d %d "%b" "%b"\n' % (status, size, referer, agent))

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


class Metrics(Collector):
    """Counters and gauges under names that begin with `moonpact_`, in plain numbers until somebody asks for them."""

    def __init__(self, app: App) -> None:
        """Read from `app` what is not counted here."""
        self._app = app
        self._requests: dict[tuple[str, int], int] = {}
        self._times = [0] * (len(_BOUNDS) + 1)
        self._seconds = 0.0
        self._registry = CollectorRegistry()
        self._registry.register(self)

    def count(self, request: Request, status: int) -> None:
        """Count one request that has been answered."""
        key = request.route, status
        self._requests[key] = self._requests.get(key, 0) + 1
        seconds = time.monotonic() - request.started
        self._times[bisect_left(_BOUNDS, seconds)] += 1
        self._seconds += seconds

    def collect(self) -> Iterator[Metric]:
        """Yield what has been counted, and how things stand."""
        requests = CounterMetricFamily("moonpact_requests", "Requests answered.", labels=["route", "status"])
        for (route, status), number in self._requests.items():
            requests.add_metric([route, str(status)], number)
        yield requests
        sums = [str(bound) for bound in _BOUNDS] + ["+Inf"]
        yield HistogramMetricFamily(
            "moonpact_request_seconds", "Time from a request to the end of its answer.",
            buckets=list(zip(sums, accumulate(self._times), strict=True)), sum_value=self._seconds,
        )  # fmt: skip
        app = self._app
        ended = CounterMetricFamily("moonpact_jobs_ended", "Jobs ended early, by reason.", labels=["reason"])
        for reason, number in app.pool.ended.items():
            ended.add_metric([reason], number)
        yield ended
        for name, text, value in (
            ("connections", "Open connections.", len(app.connections)),
            ("jobs_running", "Jobs in workers.", len(app.pool.busy)),
            ("jobs_slow", "Jobs that have run longer than the quick limit.", app.pool.slow),
            ("jobs_waiting", "Jobs that wait for a worker.", app.pool.queued),
            ("cache_bytes", "Size of the answers kept.", app.answers.size + app.wires.size),
            ("log_lines_dropped", "Lines of the access log that could not be written.", app.access.dropped),
            ("dataset_quads", "Quads served.", app.about.get("quads", 0)),
        ):
            yield GaugeMetricFamily(f"moonpact_{name}", text, value)

    def text(self) -> bytes:
        """Return everything in the Prometheus text format."""
        return generate_latest(self._registry)
