"""One state of the data: the process that holds it, and the workers forked from that process.

No library's pool is used: those of the standard library and of Pebble hand over each result as a whole and limit
neither memory nor files, and either the server itself would fork, threads and all, or each process load the data again.
"""

from __future__ import annotations

import asyncio
import json
import pickle
import socket
import subprocess
import sys
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

from moonpact.errors import MoonpactError
from moonpact.server import frames
from moonpact.server.frames import FORK, FORKED, ORDER, READY, REPORT

if TYPE_CHECKING:
    from moonpact.server.pool import Pool
    from moonpact.server.settings import Settings

START_SECONDS = 600


class Client(Protocol):
    """Whoever waits for a job's answer. `flags` are those of the frame: GZIP, GRAPHS."""

    @property
    def gone(self) -> bool:
        """Whether nobody waits any more."""

    @property
    def full(self) -> bool:
        """Whether no more should be sent for now; whoever becomes able again calls `Ticket.resume`."""

    def whole(self, body: bytes, flags: int) -> None:
        """Take a whole answer."""

    def start(self, flags: int) -> None:
        """Take the beginning of a long answer."""

    def part(self, body: bytes) -> None:
        """Take a part of it."""

    def end(self) -> None:
        """Take its end."""

    def fail(self, status: int, message: str) -> None:
        """Take an error, before or in the middle of an answer."""


class Ticket:
    """A job on its way."""

    __slots__ = ("client", "message", "since", "started", "who", "worker")

    def __init__(self, message: bytes, client: Client, who: str) -> None:
        """`message` is that of a job; `who` is the address that the job is counted to."""
        self.message = message
        self.client = client
        self.who = who
        self.since = time.monotonic()
        self.started = False
        self.worker: Worker | None = None

    @classmethod
    def for_nobody(cls) -> Ticket:
        """Return what stands for a job whose answer is not wanted."""
        return cls(b"", _Nobody(), "")

    def resume(self) -> None:
        """Go on sending to a client that was full."""
        if self.worker:
            self.worker.transport.resume_reading()


class _Nobody:
    """The client of a job that somebody else does by now."""

    gone = True
    full = False

    def whole(self, body: bytes, flags: int) -> None: ...
    def start(self, flags: int) -> None: ...
    def part(self, body: bytes) -> None: ...
    def end(self) -> None: ...
    def fail(self, status: int, message: str) -> None: ...


class Worker(asyncio.Protocol):
    """The server's end of one worker process."""

    def __init__(self, generation: Generation) -> None:
        """Begin without a process."""
        self.generation = generation
        self.buffer = b""
        self.ticket: Ticket | None = None
        self.begun = 0.0
        self.pid = 0
        self.code: int | None = None
        self.follower: Ticket | None = None
        self.slow = self.lost = False
        self._cpu = 0.0
        self.transport: asyncio.Transport

    def begin(self, ticket: Ticket) -> None:
        """Note that this worker is on a job now."""
        self.ticket = ticket
        self.begun = time.monotonic()
        self._cpu = self._clock()
        ticket.worker = self

    @property
    def keeps_another_waiting(self) -> bool:
        """Whether the next job, which has been sent already, is for another address than the present one."""
        return bool(self.follower and self.ticket and self.follower.who != self.ticket.who)

    @property
    def cpu(self) -> float:
        """The processor time that the job has had, in seconds; on a busy machine much less than has passed."""
        return self._clock() - self._cpu

    def _clock(self) -> float:
        try:
            return time.clock_gettime(~self.pid << 3 | 2) if self.pid else 0.0  # the CPU clock of another process
        except OSError:
            return 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way to the process."""
        self.transport = transport  # type: ignore[assignment]

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Note that the process has ended."""
        self.lost = True
        self.generation.pool.lost(self)

    def data_received(self, data: bytes) -> None:
        """Take the process's frames."""
        if self.buffer:
            data = self.buffer + data
        size, at = len(data), 0
        while size - at >= frames.HEADER.size:
            kind, flags, length = frames.HEADER.unpack_from(data, at)
            end = at + frames.HEADER.size + length
            if end > size:
                break
            payload = data[end - length : end]
            at = end
            self._take(kind, flags, payload)
        self.buffer = data[at:]

    def _take(self, kind: int, flags: int, payload: bytes) -> None:
        ticket = self.ticket
        if ticket is None:
            return
        client = ticket.client
        if kind == frames.START:
            ticket.started = True
            client.start(flags)
        elif kind == frames.DATA:
            client.part(payload)
            if client.full:
                self.transport.pause_reading()
        else:
            self.ticket = None
            self.generation.pool.done(self, retire=bool(flags & frames.RETIRE))
            if kind == frames.ANSWER:
                client.whole(payload, flags)
            elif kind == frames.END:
                client.part(payload)
                client.end()
            else:
                client.fail(*frames.read_error(payload))


class Generation:
    """One state of the data: its zygote and its workers."""

    def __init__(self, pool: Pool) -> None:
        """Nothing is loaded yet; `pool` is told what happens to workers."""
        self.pool = pool
        self.about: dict[str, Any] = {}
        self.workers: set[Worker] = set()
        self.forking: deque[Worker] = deque()
        self.reports = bytearray()
        self.codes: dict[int, int] = {}
        self.dead = False

    async def start(self, settings: Settings) -> None:
        """Load the data. Raises MoonpactError if they cannot be loaded."""
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "moonpact.server.zygote", str(theirs.fileno())]
        self.process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)  # noqa: ASYNC220, S603
        theirs.close()
        self.control = ours
        ours.setblocking(False)  # noqa: FBT003 - the standard library's own name
        loop = asyncio.get_running_loop()
        payload = pickle.dumps(settings)
        await loop.sock_sendall(ours, len(payload).to_bytes(4, "little") + payload)
        try:
            async with asyncio.timeout(START_SECONDS):
                kind, length, _ = REPORT.unpack(await self._receive(REPORT.size))
                text = (await self._receive(length)).decode()
        except (OSError, EOFError, TimeoutError) as error:
            self.close()
            raise MoonpactError(
                "the data cannot be loaded: the process that reads them ended", where="serve"
            ) from error
        if kind != READY:
            self.close()
            raise MoonpactError(text)
        self.about = json.loads(text)
        loop.add_reader(ours.fileno(), self._report)

    async def _receive(self, size: int) -> bytes:
        loop = asyncio.get_running_loop()
        data = b""
        while len(data) < size:
            part = await loop.sock_recv(self.control, size - len(data))
            if not part:
                raise EOFError
            data += part
        return data

    def fork(self) -> None:
        """Ask for one more worker; it can be given a job at once."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)  # noqa: FBT003 - the standard library's own name
        worker = Worker(self)
        self.workers.add(worker)
        self.forking.append(worker)
        loop = asyncio.get_running_loop()
        with theirs:
            try:
                socket.send_fds(self.control, [ORDER.pack(FORK, 0)], [theirs.fileno()])
            except OSError:
                self.lost()
                return
        task = loop.create_task(loop.create_connection(lambda: worker, sock=ours))
        task.add_done_callback(lambda _: self.pool.idle(worker))

    def order(self, kind: bytes, worker: Worker) -> None:
        """Kill a worker or let it yield to others."""
        if worker.pid and worker.code is None and not self.dead:
            try:
                self.control.send(ORDER.pack(kind, worker.pid))
            except OSError:
                self.lost()

    def _report(self) -> None:
        try:
            data = self.control.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.lost()
            return
        self.reports += data
        while len(self.reports) >= REPORT.size:
            kind, pid, code = REPORT.unpack_from(self.reports)
            del self.reports[: REPORT.size]
            if kind == FORKED:
                self.forking.popleft().pid = pid
            else:
                worker = next((w for w in self.workers if w.pid == pid), None)
                if worker:
                    worker.code = code
                    if worker.lost:
                        self.pool.lost(worker)

    def lost(self) -> None:
        """Note that the zygote is gone; its workers go on, but there will be no more of them."""
        if not self.dead:
            self.close()
            self.pool.zygote_lost()

    def close(self) -> None:
        """End the zygote, which has nothing to tidy; workers end when their sockets do."""
        if not self.dead:
            self.dead = True
            asyncio.get_running_loop().remove_reader(self.control.fileno())
            self.control.close()
            self.process.kill()
            self.process.wait()
