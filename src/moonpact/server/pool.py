"""Jobs to workers: fairly between clients, quick ones before slow ones, and nobody's failure is another's.

Every job starts in a quick worker. One that takes long gives its place to a fresh worker and goes on at lower
priority, if not too many do so already; otherwise it ends. So a quick job waits for a quick worker only briefly,
whatever the others ask.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections import OrderedDict, deque
from typing import TYPE_CHECKING

from moonpact.errors import MoonpactError
from moonpact.server.frames import KILL, YIELD
from moonpact.server.workers import Generation, Ticket, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from moonpact.server.settings import Settings

TICK_SECONDS = 0.05
WAIT_FOR_REASON_SECONDS = 1.0
# a job may be sent on to a worker that is busy with one this young, which spares it a sleep and a waking
YOUNG_SECONDS = 0.005
# on a busy machine a job may take this many times the quick limit before it counts as slow, unless it keeps others out
STARVED = 4

_WHY = {
    -signal.SIGSEGV: (500, "The query crashed the engine; most likely it is nested too deeply."),
    -signal.SIGABRT: (500, "The query needs more memory than one query may use."),
    -signal.SIGXCPU: (503, "The query takes more time than one query may use."),
}
_LOST = (500, "The process that worked on the query has ended. Send the query again.")


class Pool:
    """The workers, and the jobs that wait for one."""

    def __init__(self, settings: Settings, on_data: Callable[[], None]) -> None:
        """`on_data` is called whenever other data are served from now on."""
        self.settings = settings
        self.generation: Generation | None = None
        self.ended: dict[str, int] = {"crash": 0, "memory": 0, "time": 0, "busy": 0, "gone": 0}
        self.queued = 0
        self.slow = 0
        self.busy: set[Worker] = set()
        self._on_data = on_data
        self._idle: list[Worker] = []
        self._starting = 0
        self._waiting: OrderedDict[str, deque[Ticket]] = OrderedDict()
        self._ticking = False
        self._loading = asyncio.Lock()
        self._stopped = False

    @property
    def ready(self) -> bool:
        """Whether jobs are done."""
        return self.generation is not None and bool(self._idle or self.busy)

    async def load(self) -> None:
        """Load the data as they stand now and serve them from now on.

        Jobs that have begun end with the data that they began with. Raises MoonpactError if the data cannot be
        loaded; then everything stays as it is.
        """
        async with self._loading:
            generation = Generation(self)
            await generation.start(self.settings)
            old, self.generation = self.generation, generation
            self._starting = 0
            for worker in self._idle:
                self._discard(worker)
            self._idle.clear()
            if old and not any(worker.generation is old for worker in self.busy):
                old.close()
            self._on_data()
            self._refill()

    def submit(self, ticket: Ticket) -> None:
        """Have a job done, soon or later; the ticket's client is told in any case."""
        worker = self._idle.pop() if self._idle and not self._waiting else None
        if worker:
            worker.transport.write(ticket.message)
            self._begin(worker, ticket)
        elif not self._waiting and (worker := self._young_worker()):
            self._follow(worker, ticket)
        else:
            waiting = self._waiting.get(ticket.who)
            if self.queued >= self.settings.queue or len(waiting or ()) >= self.settings.queue // 2:
                self.ended["busy"] += 1
                ticket.client.fail(503, "Too many queries are waiting.")
                return
            if waiting is None:
                waiting = self._waiting[ticket.who] = deque()
            waiting.append(ticket)
            self.queued += 1
        if not self._ticking:
            self._ticking = True
            asyncio.get_running_loop().call_later(TICK_SECONDS, self._tick)

    def _begin(self, worker: Worker, ticket: Ticket) -> None:
        worker.begin(ticket)
        self.busy.add(worker)

    def _follow(self, worker: Worker, ticket: Ticket) -> None:
        """Send a busy worker its next job, which nobody has begun as long as there is no answer to the one before."""
        worker.follower = ticket
        worker.transport.write(ticket.message)

    def _young_worker(self) -> Worker | None:
        now = time.monotonic()
        for worker in self.busy:
            if worker.follower is None and now - worker.begun < YOUNG_SECONDS:
                return worker
        return None

    def _first_waiting(self) -> Ticket | None:
        """Take the next job from the queue: each client has its turn."""
        while self._waiting:
            who, tickets = self._waiting.popitem(last=False)
            ticket = tickets.popleft()
            self.queued -= 1
            if tickets:
                self._waiting[who] = tickets
            if not ticket.client.gone:
                return ticket
        return None

    def _next(self) -> None:
        while self._idle and (ticket := self._first_waiting()):
            worker = self._idle.pop()
            worker.transport.write(ticket.message)
            self._begin(worker, ticket)

    def _take_follower(self, worker: Worker) -> None:
        """Give the job that waits behind another one to somebody else, before all others."""
        follower = worker.follower
        if follower and not follower.client.gone:
            worker.follower = Ticket.for_nobody()  # for it has been sent
            self._waiting.setdefault(follower.who, deque()).appendleft(follower)
            self._waiting.move_to_end(follower.who, last=False)
            self.queued += 1
            self._next()

    def _tick(self) -> None:
        """Look after what takes long."""
        now = time.monotonic()
        for worker in list(self.busy):
            age = now - worker.begun
            if age > TICK_SECONDS and (self._idle or worker.keeps_another_waiting):
                self._take_follower(worker)
            if worker.ticket and age > self.settings.quick_seconds:
                self._judge(worker, worker.ticket, age)
        for tickets in self._waiting.values():
            while tickets and now - tickets[0].since > self.settings.queue_seconds:
                self.queued -= 1
                self.ended["busy"] += 1
                tickets.popleft().client.fail(503, "Too many queries are waiting.")
        self._waiting = OrderedDict((who, tickets) for who, tickets in self._waiting.items() if tickets)
        self._ticking = bool(self.busy or self._waiting)
        if self._ticking:
            asyncio.get_running_loop().call_later(TICK_SECONDS, self._tick)

    def _judge(self, worker: Worker, ticket: Ticket, age: float) -> None:
        """End a job that is too long or that nobody waits for; let a slow one go on aside, if there is room."""
        settings = self.settings
        if ticket.client.gone:
            self._end(worker, "gone", (503, ""))
        elif age > (settings.stream_seconds if ticket.started else settings.seconds):
            self._end(worker, "time", (503, f"The query takes more than {settings.seconds:g} seconds."))
        elif worker.slow or not (
            ticket.started
            or worker.cpu > settings.quick_seconds
            or age > STARVED * settings.quick_seconds
            or self._keeps_others_out(ticket.who)
        ):
            return
        elif self.slow >= settings.slow_workers:
            self._end(worker, "busy", (503, "Too many queries take long at this moment."))
        else:
            worker.slow = True
            self.slow += 1
            worker.generation.order(YIELD, worker)
            self._take_follower(worker)
            self._refill()

    def _keeps_others_out(self, address: str) -> bool:
        """Tell whether an address has several jobs in quick workers while another one has to wait."""
        quick = sum(not w.slow and w.ticket is not None and w.ticket.who == address for w in self.busy)
        return quick > 1 and any(who != address for who in self._waiting)

    def _end(self, worker: Worker, why: str, reason: tuple[int, str]) -> None:
        """End a job from our side."""
        ticket, worker.ticket = worker.ticket, None
        self.ended[why] += 1
        self._leave(worker)
        self._discard(worker)
        self._take_follower(worker)
        self._refill()
        if ticket:
            ticket.client.fail(*reason)

    def _leave(self, worker: Worker) -> None:
        self.busy.discard(worker)
        if worker.slow:
            worker.slow = False
            self.slow -= 1

    def _discard(self, worker: Worker) -> None:
        generation = worker.generation
        generation.order(KILL, worker)
        generation.workers.discard(worker)
        worker.transport.abort()
        if generation is not self.generation and not any(w.generation is generation for w in self.busy):
            generation.close()

    def done(self, worker: Worker, *, retire: bool) -> None:
        """Take back a worker that has answered; one that is slow, swollen or of older data is not used again."""
        retire = retire or worker.slow or worker.generation is not self.generation
        self._leave(worker)
        if retire:
            self._discard(worker)
            self._take_follower(worker)
            self._refill()
            return
        if worker.follower:
            self._begin(worker, worker.follower)
            worker.follower = self._first_waiting()
            if worker.follower:
                worker.transport.write(worker.follower.message)
        else:
            self._idle.append(worker)
            self._next()

    def idle(self, worker: Worker) -> None:
        """Take a new worker."""
        if worker.generation is not self.generation or self._stopped:
            self._discard(worker)
            return
        self._starting -= 1
        self._idle.append(worker)
        self._next()

    def lost(self, worker: Worker) -> None:
        """Bury a worker that has ended by itself; its client is told why, once that is known."""
        if worker not in worker.generation.workers:
            return
        if worker.ticket and worker.code is None and not worker.generation.dead:
            asyncio.get_running_loop().call_later(WAIT_FOR_REASON_SECONDS, self._bury, worker)
        else:
            self._bury(worker)

    def _bury(self, worker: Worker) -> None:
        if worker not in worker.generation.workers:
            return
        if worker in self._idle:
            self._idle.remove(worker)
        kind = {-signal.SIGABRT: "memory", -signal.SIGXCPU: "time"}.get(worker.code or 0, "crash")
        self._end(worker, kind, _WHY.get(worker.code or 0, _LOST))

    def _refill(self) -> None:
        """Fork as many quick workers as are missing."""
        if self.generation is None or self.generation.dead or self._stopped:
            return
        quick = sum(not w.slow and w.generation is self.generation for w in self.busy)
        for _ in range(self.settings.workers - quick - len(self._idle) - self._starting):
            self._starting += 1
            self.generation.fork()

    def zygote_lost(self) -> None:
        """Load the data again after the process that held them has ended."""
        if not self._stopped:
            self._task = asyncio.get_running_loop().create_task(self._load_again())

    async def _load_again(self) -> None:
        pause = 0.5
        while not self._stopped:
            try:
                await self.load()
            except MoonpactError as error:
                print(f"moonpact: {error}", file=sys.stderr, flush=True)  # noqa: T201
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30)
            else:
                return

    def stop(self) -> None:
        """End all processes."""
        self._stopped = True
        for worker in [*self.busy, *self._idle]:
            self._discard(worker)
        if self.generation:
            self.generation.close()
