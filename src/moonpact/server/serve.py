"""From the command to a running server and back: start, reload, graceful stop."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import gc
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import uvloop

from moonpact.errors import MoonpactError
from moonpact.server.app import App
from moonpact.server.http import Connection

if TYPE_CHECKING:
    from moonpact.server.settings import Settings

_BACKLOG = 1024
_SWEEP_SECONDS = 1.0
_LOG_SECONDS = 0.25


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. SIGHUP loads the data anew; until that is done, the old ones are served.

    Raises MoonpactError if the address is taken or the data cannot be loaded.
    """
    uvloop.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    loop = asyncio.get_running_loop()
    listening = _listen(settings)
    settings = dataclasses.replace(settings, port=listening.getsockname()[1])
    app = App(settings)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    loop.add_signal_handler(signal.SIGHUP, lambda: app.spawn(_reload(app)))
    try:
        await app.pool.load()
        while not app.pool.ready:  # noqa: ASYNC110 - a few milliseconds, once
            await asyncio.sleep(0.001)
        server = await loop.create_server(lambda: Connection(app, app.connections), sock=listening, backlog=_BACKLOG)
        housekeeping = loop.create_task(_keep_house(app))
        _say(f"serving {app.about['quads']} quads at http://{settings.host}:{settings.port}/sparql")
        _notify("READY=1")
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)  # what lives long is there; what comes and goes has few cycles
        await stopping.wait()
        _notify("STOPPING=1")
        app.stopping = True
        server.close()
        for connection in list(app.connections):
            connection.stop()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(settings.stop_seconds):
                while app.connections:  # noqa: ASYNC110 - once, and each may end in many ways
                    await asyncio.sleep(0.02)
        housekeeping.cancel()
    finally:
        app.pool.stop()
        app.access.close()
        listening.close()


async def _reload(app: App) -> None:
    _notify("RELOADING=1")
    try:
        await app.pool.load()
    except MoonpactError as error:
        _say(f"the data stay as they are: {error}")
    else:
        _say(f"now serving {app.about['quads']} quads, dataset {app.digest[:16]}")
    _notify("READY=1")


async def _keep_house(app: App) -> None:
    while True:
        for _ in range(int(_SWEEP_SECONDS / _LOG_SECONDS)):
            await asyncio.sleep(_LOG_SECONDS)
            app.access.flush()
        app.connections.sweep()


def _listen(settings: Settings) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        return socket.create_server((settings.host, settings.port), family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        raise MoonpactError(
            f"cannot listen: {getattr(error, 'strerror', None) or error}",
            where=f"{settings.host}:{settings.port}",
            remedy="Choose a free one with --port, or stop the program that holds it.",
        ) from error


def _say(message: str) -> None:
    print(f"moonpact: {message}", file=sys.stderr, flush=True)  # noqa: T201


def _notify(state: str) -> None:
    """Tell systemd, if it started us."""
    place = os.environ.get("NOTIFY_SOCKET")
    if place:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out, contextlib.suppress(OSError):
            out.sendto(state.encode(), "\0" + place[1:] if place.startswith("@") else place)
